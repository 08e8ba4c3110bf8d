package inventory.core.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long FOR_EVER = Long.MAX_VALUE;
    private final RateLimit limit = new RateLimit("acme/eu", 4, Duration.ofSeconds(1));

    @Test
    void givesAllPermitsAtOnceAndThenOneByOne() {
        long start = Long.MAX_VALUE - SECOND;
        TokenBucket bucket = new TokenBucket(start);
        for (int i = 0; i < 4; i++) {
            assertEquals(OptionalLong.of(0), bucket.take(limit, start, FOR_EVER), "permit " + i);
        }
        assertEquals(OptionalLong.of(SECOND / 4), bucket.take(limit, start, FOR_EVER));
        assertEquals(OptionalLong.of(SECOND / 2), bucket.take(limit, start, FOR_EVER));
        assertEquals(OptionalLong.of(0), bucket.take(limit, start + SECOND, FOR_EVER), "after a rest");
    }

    @Test
    void takesNothingWhenTheWaitWouldBeTooLong() {
        TokenBucket bucket = new TokenBucket(0);
        for (int i = 0; i < 4; i++) {
            bucket.take(limit, 0, FOR_EVER);
        }
        assertTrue(bucket.take(limit, 0, SECOND / 5).isEmpty());
        assertEquals(OptionalLong.of(SECOND / 4), bucket.take(limit, 0, SECOND / 4));
        assertFalse(bucket.rested(0));
        assertTrue(bucket.rested(2 * SECOND));
    }

    @Test
    void aPermitThatComesTooLateIsATimeout() throws Exception {
        RunProgress figures = new RunProgress();
        RateLimit slow = new RateLimit("acme/slow", 1, Duration.ofHours(1));
        RunContext context = new RunContext(
                new UUID(0, 1),
                CredentialReader.read("", Map.of()),
                "",
                Set.of(),
                Instant.now().plusSeconds(60),
                Clock.systemUTC(),
                null,
                new RateBuckets(),
                figures);
        context.permit(slow);
        ProviderException late = assertThrows(ProviderException.class, () -> context.permit(slow));
        assertEquals(FailureKind.TIMEOUT, late.kind());
        assertEquals(1, figures.remoteCalls());
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class, () -> context.permit(new RateLimit("free", 1000, Duration.ofSeconds(1))));
        assertFalse(Thread.currentThread().isInterrupted());
    }
}
