package inventory.core.collect;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Why something could not be read.
 *
 * @param message for a person
 */
public record Failure(FailureKind kind, String message, Optional<Duration> retryAfter) {
    private static final int LONGEST = 500;

    public Failure {
        message = message.length() > LONGEST ? message.substring(0, LONGEST - 1) + "…" : message;
    }

    public Failure(FailureKind kind, String message) {
        this(kind, message, Optional.empty());
    }

    public static Failure of(ProviderException e) {
        String said = e.getMessage() == null || e.getMessage().isBlank() ? word(e.kind()) : e.getMessage();
        return new Failure(e.kind(), said, e.retryAfter());
    }

    /** What people are told of a defect, whose details are for the log only. */
    public static String inside(UUID id) {
        return "The plugin failed inside; the server's log has the details under " + id;
    }

    /** The kind in words. */
    static String word(FailureKind kind) {
        return switch (kind) {
            case AUTHENTICATION -> "The credentials were refused";
            case PERMISSION -> "The credentials lack a permission";
            case THROTTLED -> "The outside system was asked too often";
            case UNREACHABLE -> "The outside system cannot be reached";
            case TIMEOUT -> "The outside system did not answer in time";
            case MALFORMED -> "The outside system gave an answer that makes no sense";
            case INTERNAL -> "The outside system or the plugin failed inside";
        };
    }
}
