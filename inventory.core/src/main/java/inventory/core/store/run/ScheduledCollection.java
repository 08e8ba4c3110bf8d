package inventory.core.store.run;

import inventory.api.admin.CollectRequest;
import inventory.core.collect.CollectionSchedule;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What happens when the schedule of a provider comes true, in the caller's transaction. */
record ScheduledCollection(Statements statements, UUID provider) {
    private static final String SELECT =
            "SELECT name, collection_schedule FROM provider WHERE id = ? AND enabled = TRUE AND collection_schedule <> ''";

    private record Scheduled(String name, String schedule) {}

    /** Stores a run, unless one is active. @return when to do so again; empty if nobody wants it any more */
    Optional<Instant> start(Instant now) throws SQLException {
        Optional<Scheduled> found =
                statements.first(row -> new Scheduled(row.getString(1), row.getString(2)), SELECT, provider);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (RunCreation.active(statements, provider).isEmpty()) {
            new RunCreation(statements, provider, found.get().name(), CollectRequest.FULL).store(now);
        }
        return Optional.of(CollectionSchedule.of(found.get().schedule()).after(now, provider));
    }
}
