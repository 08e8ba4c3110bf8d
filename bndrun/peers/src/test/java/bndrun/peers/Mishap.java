package bndrun.peers;

import java.util.Set;

/** What goes wrong between us and an outside system. */
enum Mishap {
    THROTTLED("throttled", "THROTTLED"),
    THROTTLED_UNTIL("throttled, with Retry-After", "THROTTLED"),
    RESET("connection reset", "UNREACHABLE"),
    CUT("cut in mid-page", "MALFORMED", "UNREACHABLE"),
    HALF("half an answer", "MALFORMED"),
    HTML("web page with status 200", "MALFORMED"),
    DENIED("type or part denied", "PERMISSION"),
    EXPIRED("credentials expire in mid-run", "AUTHENTICATION"),
    SLOW("no answer in time", "TIMEOUT"),
    HUGE("page larger than allowed", "MALFORMED"),
    ENDLESS("paging without end", "MALFORMED", "TIMEOUT"),
    REPEATED("the same page again and again", "MALFORMED"),
    /** Where the platform is asked for its time, only a clock that jumps in mid-run is left. */
    SKEWED("clock off", "AUTHENTICATION", "INTERNAL"),
    CERTIFICATE("wrong certificate", "UNREACHABLE");

    private final String title;
    private final String kinds;

    Mishap(String title, String... kinds) {
        this.title = title;
        this.kinds = String.join(" ", kinds);
    }

    String title() {
        return title;
    }

    /** Kinds of failure of which one must be told. */
    Set<String> kinds() {
        return Set.of(kinds.split(" ", -1));
    }
}
