package inventory.api.provider;

import java.time.Duration;
import java.util.Set;

/** How an outside system can be broken, and what a provider may make of it. */
public enum Fault {
    /** User or password refused. */
    BAD_KEY,
    /** Nobody listens. */
    REFUSED_CONNECTION,
    /** Asked too often, in the way the platform says it. */
    THROTTLED,
    /** Asked too often, with the request to wait for {@link #RETRY_AFTER}. */
    THROTTLED_WITH_RETRY_AFTER,
    /** The connection ends in the middle of an answer. */
    CUT_BODY,
    /** A login page, with the status of success. */
    HTML_WITH_STATUS_200,
    /** Each page names the same next page. */
    REPEATED_PAGE_TOKEN,
    /** The first page is well, a later one is an error of the server. */
    BROKEN_LATER_PAGE,
    /** One type may not be listed, the rest may. */
    DENIED_TYPE,
    /** An answer that does not come within the time of the test. */
    SLOW_ANSWER;

    /** What the faulty system asks for in {@link #THROTTLED_WITH_RETRY_AFTER}. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(7);

    /** The kinds of failure a provider may report. */
    public Set<FailureKind> kinds() {
        return switch (this) {
            case BAD_KEY -> Set.of(FailureKind.AUTHENTICATION);
            case REFUSED_CONNECTION -> Set.of(FailureKind.UNREACHABLE);
            case THROTTLED, THROTTLED_WITH_RETRY_AFTER -> Set.of(FailureKind.THROTTLED);
            case CUT_BODY -> Set.of(FailureKind.MALFORMED, FailureKind.UNREACHABLE);
            case HTML_WITH_STATUS_200, REPEATED_PAGE_TOKEN -> Set.of(FailureKind.MALFORMED);
            case BROKEN_LATER_PAGE -> Set.of(FailureKind.INTERNAL, FailureKind.MALFORMED, FailureKind.UNREACHABLE);
            case DENIED_TYPE -> Set.of(FailureKind.PERMISSION);
            case SLOW_ANSWER -> Set.of();
        };
    }
}
