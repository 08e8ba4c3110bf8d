package inventory.core.store.resource;

import inventory.core.reconcile.Interval;
import inventory.core.store.dialect.BulkTable;
import inventory.core.store.dialect.BulkWriter;
import inventory.core.store.dialect.Dialect;
import inventory.core.store.resource.VersionTable.Ended;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ends the intervals of resources that a complete reading of their lane missed. They are not gone for that. */
final class Misses {
    private static final BulkTable INTERVAL = new BulkTable(
            "resource", List.of("version", "first_reading", "began_at", "seen_before", "seen_at", "id"), Set.of());

    private final RunContext context;
    private final Instant at;

    Misses(RunContext context, Instant at) {
        this.context = context;
        this.at = at;
    }

    void write(Connection connection, Lane lane, Collection<UUID> ids) throws SQLException {
        Collection<StoredResource> missed =
                StoredResources.fetch(connection, ids, context.slugs()).values();
        List<Ended> ended = new ArrayList<>();
        for (StoredResource resource : missed) {
            if (resource.interval().sightings(lane.readings()) > 0) {
                ended.add(new Ended(resource, lane.readings(), at));
            }
        }
        Dialect dialect = context.database().dialect();
        new VersionTable(dialect).insert(connection, ended);
        try (BulkWriter writer = dialect.update(connection, INTERVAL)) {
            for (StoredResource resource : missed) {
                Interval open = resource.interval().missedAfter(lane.readings(), lane.readAt(), at);
                writer.integer(open.version())
                        .bigint(open.firstReading())
                        .time(open.beganAt())
                        .bigint(open.seenBefore())
                        .time(open.seenAt())
                        .uuid(resource.id())
                        .endRow();
            }
            writer.finish();
        }
    }
}
