package inventory.api.action;

import java.util.Locale;

/** Where a task stands. The wire form is the lower-case name. */
public enum TaskStatus {
    /** Accepted, waits for a worker. */
    PENDING,
    RUNNING,
    COMPLETED,
    /** It did not succeed. What was confirmed before that stays; the message says so. */
    FAILED,
    /** Ended by a person at a moment when no change was under way. */
    CANCELED,
    /** It broke off while something was being changed: only the outside system knows whether it was. */
    UNKNOWN;

    /** @return the form used on the wire, such as {@code running} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether a task in this status never changes again */
    public boolean terminal() {
        return this != PENDING && this != RUNNING;
    }
}
