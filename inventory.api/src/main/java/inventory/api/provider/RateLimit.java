package inventory.api.provider;

import java.time.Duration;
import java.util.Objects;

/**
 * How often an outside system may be called. All scopes and runs that name the same key share one bucket in the core.
 *
 * @param key names the bucket: account, region, operation, such as {@code aws/123456789012/eu-west-1/ec2}; never a secret
 * @param permits calls per period, and the size of the bucket; 1 or more
 * @param period more than zero
 */
public record RateLimit(String key, int permits, Duration period) {
    public RateLimit {
        Objects.requireNonNull(key);
        if (permits < 1 || period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException(
                    "A rate limit needs at least one permit and a period above zero: " + key);
        }
    }
}
