package inventory.core.action;

import java.util.Locale;

/** What is known of the changes that an action makes. */
public enum ChangeState {
    /** Nothing was changed. */
    NONE,
    /** A call that changes something was announced and not confirmed. */
    CHANGING,
    /** The outside system has confirmed every change so far. */
    CHANGED;

    /** @return the form in the database */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChangeState of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
