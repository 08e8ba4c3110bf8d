package inventory.core.collect;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether and when a failed attempt is followed by another: the kind of the failure alone decides.
 *
 * @param attempts for failures that pass by themselves
 * @param first wait before the second attempt, doubled for each further one
 * @param longest wait, unless the outside system asks for more
 */
record RetryPolicy(int attempts, Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /**
     * @param attempt number of the attempt that failed, from 1
     * @return how long to wait before the next; empty: there is none
     */
    Optional<Duration> next(Failure failure, int attempt) {
        int allowed = switch (failure.kind()) {
            case AUTHENTICATION, PERMISSION -> 1;
            case MALFORMED, INTERNAL -> 2;
            case THROTTLED, UNREACHABLE, TIMEOUT -> attempts;
        };
        return attempt >= allowed
                ? Optional.empty()
                : Optional.of(failure.retryAfter().map(RetryPolicy::withJitter).orElseGet(() -> backOff(attempt)));
    }

    private Duration backOff(int attempt) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return withJitter(doubled.compareTo(longest) > 0 ? longest : doubled);
    }

    /** Up to a quarter longer, so that those who failed together do not come back together. */
    private static Duration withJitter(Duration delay) {
        return delay.plusMillis(
                (long) (delay.toMillis() * ThreadLocalRandom.current().nextDouble(0.25)));
    }
}
