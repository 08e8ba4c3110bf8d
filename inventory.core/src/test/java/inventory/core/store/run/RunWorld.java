package inventory.core.store.run;

import inventory.api.admin.CollectRequest;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.core.store.PooledDatabase;
import inventory.core.store.resource.World;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A database with types and one provider, and the runs over it. To be closed. */
final class RunWorld implements AutoCloseable {
    final World world;
    final JdbcRunStore store;
    final Provider provider;

    RunWorld(PooledDatabase database) {
        world = new World(database);
        store = new JdbcRunStore(database);
        provider = newProvider("one");
    }

    Provider newProvider(String name) {
        UUID id = world.newProvider(name);
        Instant now = Instant.EPOCH;
        return new Provider(
                id,
                name,
                "public_cloud",
                "sample",
                "generator",
                "",
                "",
                true,
                Map.of(),
                1,
                now,
                now,
                Optional.empty(),
                Optional.empty());
    }

    CollectionRun create() {
        return store.create(provider, CollectRequest.FULL);
    }

    /** The first column of the first row, as text. */
    String text(String sql, Object... parameters) {
        return world.database()
                .read(connection -> new Statements(connection)
                        .first(row -> String.valueOf((Object) row.getString(1)), sql, parameters)
                        .orElse("no row"));
    }

    String status(UUID run) {
        return text("SELECT status FROM collection_run WHERE id = ?", run);
    }

    int update(String sql, Object... parameters) {
        return world.database().write(connection -> new Statements(connection).update(sql, parameters));
    }

    /** The schedule came true long ago. */
    void schedule(UUID provider, String schedule) {
        update("UPDATE provider SET collection_schedule = ? WHERE id = ?", schedule, provider);
        update(
                "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES ('collection-schedule', ?, ?, FALSE, 1)",
                provider.toString(),
                Instant.EPOCH);
    }

    /** When the schedule comes true next. */
    Instant planned() {
        return world.database()
                .read(connection -> new Statements(connection)
                        .first(
                                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                                "SELECT execution_time FROM scheduled_tasks WHERE task_name = 'collection-schedule'")
                        .orElse(Instant.EPOCH));
    }

    @Override
    public void close() {
        world.close();
    }
}
