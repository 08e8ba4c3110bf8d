package inventory.core.store.resource;

import inventory.api.taxonomy.ResourceState;
import inventory.core.store.resource.DriftTable.Drifted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes resources as gone. */
final class Removal {
    private static final int CHUNK = 500;
    private static final String MARK = "UPDATE resource SET deleted_at = ?, state = ? WHERE id = ANY(?)";

    private final RunContext context;
    private final ChangeBatch batch;
    private final Instant at;

    Removal(RunContext context, ChangeBatch batch, Instant at) {
        this.context = context;
        this.batch = batch;
        this.at = at;
    }

    /** Their rows stay, with the last values; their edges go. */
    void remove(Connection connection, List<Integer> handles) throws SQLException {
        DriftTable drift = new DriftTable(context.database().dialect(), context.run(), context.previousRun());
        for (int i = 0; i < handles.size(); i += CHUNK) {
            List<UUID> ids = handles.subList(i, Math.min(handles.size(), i + CHUNK)).stream()
                    .map(context.index()::id)
                    .toList();
            List<Drifted> drifts = StoredResources.fetch(connection, ids, context.slugs()).values().stream()
                    .map(resource -> new Drifted(resource.id(), DriftTable.DELETED, resource.content()))
                    .toList();
            drift.insert(connection, drifts, batch.id(connection, at), at);
            Jdbc.update(
                    connection, MARK, Jdbc.time(at), ResourceState.DECOMMISSIONED.slug(), Jdbc.uuids(connection, ids));
            EdgeTable.deleteFrom(connection, ids);
        }
    }
}
