package inventory.core.collect;

import inventory.api.provider.RateLimit;
import java.util.OptionalLong;

/**
 * A bucket that holds the limit's permits and refills evenly over its period: one that rested gives all of them at once. Kept as the
 * moment until which permits are spent. Thread-safe.
 */
final class TokenBucket {
    private long spentUntil;

    /** @param now a reading of {@link System#nanoTime()} */
    TokenBucket(long now) {
        spentUntil = now;
    }

    /**
     * Takes one permit, perhaps one of the future.
     *
     * @return nanoseconds until it may be used; empty if that is later than {@code longest}, and none was taken
     */
    synchronized OptionalLong take(RateLimit limit, long now, long longest) {
        long period = limit.period().toNanos();
        long from = spentUntil - now > 0 ? spentUntil : now;
        long until = from + period / limit.permits();
        long wait = Math.max(0, until - now - period);
        if (wait > longest) {
            return OptionalLong.empty();
        }
        spentUntil = until;
        return OptionalLong.of(wait);
    }

    /** @return whether nothing is lost by forgetting it */
    synchronized boolean rested(long now) {
        return spentUntil - now <= 0;
    }
}
