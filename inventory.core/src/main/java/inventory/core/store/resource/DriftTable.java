package inventory.core.store.resource;

import inventory.core.reconcile.JsonText;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.store.TimeOrderedId;
import inventory.core.store.dialect.BulkTable;
import inventory.core.store.dialect.BulkWriter;
import inventory.core.store.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes rows of {@code resource_drift}. */
final class DriftTable {
    static final String MODIFIED = "modified";
    static final String DELETED = "deleted";
    static final String RESTORED = "restored";

    private static final BulkTable TABLE = new BulkTable(
            "resource_drift",
            List.of(
                    "id",
                    "resource_id",
                    "provider_id",
                    "organization_id",
                    "run_id",
                    "previous_run_id",
                    "drift_type",
                    "detected_at",
                    "changes",
                    "batch_id"),
            Set.of("changes"));

    private final Dialect dialect;
    private final RunReference run;
    private final Optional<UUID> previousRun;

    DriftTable(Dialect dialect, RunReference run, Optional<UUID> previousRun) {
        this.dialect = dialect;
        this.run = run;
        this.previousRun = previousRun;
    }

    /** What happened to a resource. */
    record Drifted(UUID resource, String type, Map<String, Object> changes) {}

    void insert(Connection connection, List<Drifted> drifts, long batch, Instant at) throws SQLException {
        if (drifts.isEmpty()) {
            return;
        }
        try (BulkWriter writer = dialect.insert(connection, TABLE)) {
            for (Drifted drifted : drifts) {
                writer.uuid(TimeOrderedId.next())
                        .uuid(drifted.resource())
                        .uuid(run.provider())
                        .bigint(run.organization())
                        .uuid(run.run())
                        .uuid(previousRun.orElse(null))
                        .text(drifted.type())
                        .time(at)
                        .json(JsonText.stored(drifted.changes()))
                        .bigint(batch)
                        .endRow();
            }
            writer.finish();
        }
    }
}
