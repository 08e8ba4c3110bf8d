package inventory.api.resource;

import java.util.Locale;

/** Where a collection run stands. The wire form is the lower-case name. */
public enum RunStatus {
    /** Accepted, waits for a worker. */
    PENDING,
    RUNNING,
    /** Every scope was read to its end. */
    COMPLETED,
    /** Some scopes were read, others were not; or the removal guard held something back. */
    PARTIAL,
    /** Nothing was read. */
    FAILED,
    /** Ended by a person; what was read until then stays, nothing was removed. */
    CANCELED;

    /** @return the form used on the wire, such as {@code running} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether a run in this status never changes again */
    public boolean terminal() {
        return this != PENDING && this != RUNNING;
    }
}
