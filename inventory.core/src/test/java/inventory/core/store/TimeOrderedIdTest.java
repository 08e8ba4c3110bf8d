package inventory.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05.006007Z");

    @Test
    void isVersionSevenAndHoldsTheMillisecond() {
        UUID id = TimeOrderedId.at(MOMENT);
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(MOMENT.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void sortsByTimeAsTextToo() {
        String before = TimeOrderedId.at(MOMENT).toString();
        String after = TimeOrderedId.at(MOMENT.plusNanos(1000)).toString();
        assertTrue(before.compareTo(after) < 0, before + " before " + after);
    }

    @Test
    void differsWithinOneMoment() {
        assertNotEquals(TimeOrderedId.at(MOMENT), TimeOrderedId.at(MOMENT));
    }
}
