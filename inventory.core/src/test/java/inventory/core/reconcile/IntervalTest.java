package inventory.core.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final Instant T1 = Instant.ofEpochSecond(1);
    private static final Instant T3 = Instant.ofEpochSecond(3);
    private static final Instant T4 = Instant.ofEpochSecond(4);

    @Test
    void isFollowedByTheNextVersion() {
        assertEquals(new Interval(2, 4, T4, 3, T4), Interval.first(1, T1).followedBy(3, 4, T4));
    }

    @Test
    void givesItsNumberOnWhenItWasNeverSeen() {
        assertEquals(new Interval(1, 4, T4, 0, T4), Interval.first(4, T1).followedBy(3, 4, T4));
    }

    @Test
    void endsBeforeTheReadingThatMissedIt() {
        Interval missed = Interval.first(1, T1).missedAfter(3, T3, T4);
        assertEquals(new Interval(2, 5, T4, 3, T3), missed);
        assertEquals(new Interval(2, 6, T4, 3, T3), missed.missedAfter(4, T4, T4));
    }
}
