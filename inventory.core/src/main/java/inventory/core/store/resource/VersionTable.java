package inventory.core.store.resource;

import inventory.core.reconcile.Interval;
import inventory.core.reconcile.JsonText;
import inventory.core.store.dialect.BulkTable;
import inventory.core.store.dialect.BulkWriter;
import inventory.core.store.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes rows of {@code resource_version}. */
final class VersionTable {
    private static final BulkTable TABLE = new BulkTable(
            "resource_version",
            List.of(
                    "resource_id",
                    "version",
                    "lane_id",
                    "first_reading",
                    "last_reading",
                    "began_at",
                    "ended_at",
                    "state",
                    "power_state",
                    "cpu_count",
                    "memory_mb",
                    "disk_gb",
                    "content"),
            Set.of("content"));

    private final Dialect dialect;

    VersionTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * An interval that ended.
     *
     * @param lastReading of its lane
     * @param endedAt when it was noticed
     */
    record Ended(StoredResource resource, long lastReading, Instant endedAt) {}

    void insert(Connection connection, List<Ended> intervals) throws SQLException {
        if (intervals.isEmpty()) {
            return;
        }
        try (BulkWriter writer = dialect.insert(connection, TABLE)) {
            for (Ended ended : intervals) {
                write(writer, ended);
            }
            writer.finish();
        }
    }

    private static void write(BulkWriter writer, Ended ended) throws SQLException {
        StoredResource resource = ended.resource();
        Interval interval = resource.interval();
        Map<String, Object> content = resource.content();
        writer.uuid(resource.id())
                .integer(interval.version())
                .bigint(resource.lane())
                .bigint(interval.firstReading())
                .bigint(ended.lastReading())
                .time(interval.beganAt())
                .time(ended.endedAt())
                .text((String) content.get("state"))
                .text((String) content.get("power_state"))
                .integer((Integer) content.get("cpu_count"))
                .bigint((Long) content.get("memory_mb"))
                .bigint((Long) content.get("disk_gb"))
                .json(JsonText.stored(content))
                .endRow();
    }
}
