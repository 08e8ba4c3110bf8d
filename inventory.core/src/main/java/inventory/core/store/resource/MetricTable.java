package inventory.core.store.resource;

import inventory.core.reconcile.Observation;
import inventory.core.reconcile.Observer;
import inventory.core.store.TimeOrderedId;
import inventory.core.store.dialect.BulkTable;
import inventory.core.store.dialect.BulkWriter;
import inventory.core.store.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes rows of {@code resource_metric}. */
final class MetricTable {
    private static final BulkTable TABLE = new BulkTable(
            "resource_metric",
            List.of("id", "resource_id", "run_id", "sampled_at", "metric_type", "value_float", "unit", "dimensions"),
            Set.of("dimensions"));
    private static final BulkTable NEWEST = new BulkTable("resource", List.of("metrics_fingerprint", "id"), Set.of());
    private static final byte[] NONE = "{}".getBytes(StandardCharsets.US_ASCII);

    private final Dialect dialect;
    private final UUID run;

    MetricTable(Dialect dialect, UUID run) {
        this.dialect = dialect;
        this.run = run;
    }

    /** Values of one resource that are not those of its newest samples. */
    record Sampled(UUID resource, Observation observation) {}

    void insert(Connection connection, List<Sampled> samples, Instant at) throws SQLException {
        if (samples.isEmpty()) {
            return;
        }
        try (BulkWriter writer = dialect.insert(connection, TABLE)) {
            for (Sampled sampled : samples) {
                write(writer, sampled, at);
            }
            writer.finish();
        }
    }

    private void write(BulkWriter writer, Sampled sampled, Instant at) throws SQLException {
        Map<String, Number> values = Observer.metrics(sampled.observation().data());
        for (Map.Entry<String, Number> value : values.entrySet()) {
            writer.uuid(TimeOrderedId.next())
                    .uuid(sampled.resource())
                    .uuid(run)
                    .time(at)
                    .text(value.getKey())
                    .real(value.getValue().doubleValue())
                    .text("")
                    .json(NONE)
                    .endRow();
        }
    }

    /** Remembers the newest samples of resources whose row is not written otherwise. */
    void remember(Connection connection, List<Sampled> samples) throws SQLException {
        try (BulkWriter writer = dialect.update(connection, NEWEST)) {
            for (Sampled sampled : samples) {
                writer.bigint(sampled.observation().metricsFingerprint())
                        .uuid(sampled.resource())
                        .endRow();
            }
            writer.finish();
        }
    }
}
