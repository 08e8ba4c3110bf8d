package inventory.core.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that sort by the time of their making (UUID version 7, RFC 9562), so that an index over them grows at its end only. */
public final class TimeOrderedId {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    /** @return a new id of this moment */
    public static UUID next() {
        return at(Instant.now());
    }

    /** @return a new id of that moment, to the quarter of a microsecond */
    public static UUID at(Instant moment) {
        long nanos = ChronoUnit.NANOS.between(Instant.EPOCH, moment);
        long withinMillisecond = nanos % 1_000_000 * 4096 / 1_000_000;
        long high = ((nanos / 1_000_000) << 16) | VERSION | withinMillisecond;
        long low = VARIANT | (ThreadLocalRandom.current().nextLong() >>> 2);
        return new UUID(high, low);
    }
}
