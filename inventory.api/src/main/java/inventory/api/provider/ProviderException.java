package inventory.api.provider;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The only checked error of the SPI: something outside could not be read, with a reason that a person can act on. */
public final class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;
    private final FailureKind kind;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param kind decides what the core does next
     * @param message what failed and what to do, for a person: names the system, the call and its own error code; no secrets,
     *     no stack trace
     */
    public ProviderException(FailureKind kind, String message) {
        this(kind, message, Optional.empty(), null);
    }

    /** As above, with the error underneath; {@code cause} may be null. */
    public ProviderException(FailureKind kind, String message, Throwable cause) {
        this(kind, message, Optional.empty(), cause);
    }

    /**
     * @param retryAfter how long the outside system asked to be left alone; empty if it did not say
     * @param cause the error underneath, or null
     */
    public ProviderException(FailureKind kind, String message, Optional<Duration> retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind);
        this.retryAfter = Objects.requireNonNull(retryAfter);
    }

    /** @return what decides about a retry */
    public FailureKind kind() {
        return kind;
    }

    /** @return how long to wait before the next call; empty if the outside system did not say */
    public Optional<Duration> retryAfter() {
        return retryAfter == null ? Optional.empty() : retryAfter;
    }
}
