package inventory.core.store.run;

import inventory.api.admin.CollectRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that follows a change, in the caller's transaction. A task is due after everybody who planned it: who comes once it is due plans
 * the next one, so no change is missed however the two meet.
 */
record SoonCollection(Statements statements, UUID provider) {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final CollectRequest EVERYTHING = new CollectRequest("full", List.of(), true);

    /** Violates a key if it is planned already. */
    int plan(Instant now) throws SQLException {
        Instant due = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        RunTasks.insertSoon(statements, instance(due), due);
        return 1;
    }

    /** Stores a run, unless one is active. @return when to try again; empty if that is not needed */
    Optional<Instant> start(Instant now) throws SQLException {
        Optional<String> name = statements.first(
                row -> row.getString(1), "SELECT name FROM provider WHERE id = ? AND enabled = TRUE", provider);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (RunCreation.active(statements, provider).isPresent()) {
            return Optional.of(now.plus(RETRY));
        }
        new RunCreation(statements, provider, name.get(), EVERYTHING).store(now);
        statements.update(
                "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance BETWEEN ? AND ? AND picked = FALSE",
                RunTasks.SOON,
                instance(Instant.EPOCH),
                instance(now));
        return Optional.empty();
    }

    /** @return the provider of a task */
    static UUID provider(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf(' ')));
    }

    private String instance(Instant due) {
        return "%s %012d".formatted(provider, due.getEpochSecond());
    }
}
