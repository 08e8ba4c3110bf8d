package inventory.core.collect;

import inventory.api.provider.RateLimit;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** One bucket per key of a rate limit, shared by all runs and tests of this node. Thread-safe. */
@Component(service = RateBuckets.class)
public final class RateBuckets {
    private static final int TIDY_ABOVE = 1000;

    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    /**
     * Takes a permit.
     *
     * @return how long to wait before the call; empty if it would be longer than {@code longest}
     */
    OptionalLong take(RateLimit limit, Duration longest) {
        long now = System.nanoTime();
        if (buckets.size() > TIDY_ABOVE) {
            buckets.values().removeIf(bucket -> bucket.rested(now));
        }
        return buckets.computeIfAbsent(limit.key(), key -> new TokenBucket(now))
                .take(limit, now, Math.max(0, longest.toNanos()));
    }
}
