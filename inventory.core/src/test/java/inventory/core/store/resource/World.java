package inventory.core.store.resource;

import inventory.api.resource.RunStatus;
import inventory.core.reconcile.Reconciler;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import inventory.core.reconcile.RunSession;
import inventory.core.store.PooledDatabase;
import inventory.core.store.TimeOrderedId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A database with one organization and a few types, a clock that is set by hand, and the reconciler over both. */
public final class World implements AutoCloseable {
    public static final int LARGEST = 262_144;
    private static final List<String> TYPES =
            List.of("virtual_machine", "subnet", "block_storage", "hypervisor_host", "load_balancer", "relational_db");

    private final PooledDatabase database;
    private final TestClock clock = new TestClock();
    private final AtomicInteger rings = new AtomicInteger();
    private final Reconciler reconciler;

    public World(PooledDatabase database) {
        this.database = database;
        this.reconciler = new JdbcReconciler(database, rings::incrementAndGet, clock, LARGEST);
        update(
                "INSERT INTO organization (id, name, description, created, modified) VALUES (1, 'Default', '', ?, ?)",
                now(),
                now());
        UUID category = UUID.randomUUID();
        update(
                "INSERT INTO resource_category (id, slug, name, description, sort_order) VALUES (?, 'c', 'C', '', 1)",
                category);
        for (String type : TYPES) {
            update(
                    "INSERT INTO resource_type (id, category_id, slug, name, description, is_countable, sort_order)"
                            + " VALUES (?, ?, ?, ?, '', TRUE, 1)",
                    UUID.nameUUIDFromBytes(type.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    category,
                    type,
                    type);
        }
    }

    public Reconciler reconciler() {
        return reconciler;
    }

    public PooledDatabase database() {
        return database;
    }

    int rings() {
        return rings.get();
    }

    public UUID newProvider(String name) {
        UUID id = TimeOrderedId.next();
        update(
                "INSERT INTO provider (id, name, infrastructure, vendor, provider_type, endpoint, credential_ref, enabled,"
                        + " connection_config, organization_id, created, modified)"
                        + " VALUES (?, ?, 'public_cloud', 'sample', 'generator', '', '', TRUE, '{}', 1, ?, ?)",
                id,
                name,
                now(),
                now());
        return id;
    }

    /** With all they brought, but for what is told of it in the feed. */
    public void forgetProviders() {
        update("DELETE FROM provider");
    }

    /** A run that its worker may write. */
    public RunReference newRun(UUID provider) {
        UUID id = TimeOrderedId.next();
        update(
                "INSERT INTO collection_run (id, provider_id, active_provider_id, collection_type, status, fence, started_at,"
                        + " task_uuid, resources_found, resources_created, resources_updated, resources_removed,"
                        + " resources_unchanged, error_message, error_details, result_traceback, target_resource_types,"
                        + " confirm_removals, collector_version, ansible_collection, job_id, progress)"
                        + " VALUES (?, ?, ?, 'full', 'running', 1, ?, '', 0, 0, 0, 0, 0, '', '{}', '', '[]', FALSE, '', '',"
                        + " '', '{}')",
                id,
                provider,
                provider,
                now());
        return new RunReference(id, provider, 1, 1);
    }

    public void end(RunReference run, String status) {
        update(
                "UPDATE collection_run SET status = ?, completed_at = ?, active_provider_id = NULL WHERE id = ?",
                status,
                now(),
                run.run());
        clock.pass(Duration.ofMinutes(1));
    }

    /** Ends a run as its worker does. @return number of removed resources */
    public long finish(RunSession session, boolean remove) {
        RunStatus status = remove ? RunStatus.COMPLETED : RunStatus.PARTIAL;
        RunReport figures = new RunReport(0, 0, 0, 0, Map.of());
        RunEnd end = session.finish(remove, new RunEnd(status, "", Map.of(), true, "1.0", figures));
        clock.pass(Duration.ofMinutes(1));
        return end.report().removed();
    }

    /** Another worker takes the run from the one that died. */
    public RunReference takeOver(RunReference run) {
        update("UPDATE collection_run SET fence = fence + 1 WHERE id = ?", run.run());
        return new RunReference(run.run(), run.provider(), run.organization(), run.fence() + 1);
    }

    public void pass(Duration time) {
        clock.pass(time);
    }

    public Instant instant() {
        return clock.instant();
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    int update(String sql, Object... parameters) {
        return database.write(connection -> {
            try (PreparedStatement statement = Jdbc.prepare(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Rows as column → text. */
    public List<Map<String, String>> rows(String sql, Object... parameters) {
        return database.read(connection -> {
            List<Map<String, String>> all = new ArrayList<>();
            try (PreparedStatement statement = Jdbc.prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(row(rows));
                }
            }
            return all;
        });
    }

    private static Map<String, String> row(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), rows.getString(i));
        }
        return row;
    }

    long count(String sql, Object... parameters) {
        return database.read((Connection connection) -> {
            try (PreparedStatement statement = Jdbc.prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }

    /** Stands still until time passes. */
    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
