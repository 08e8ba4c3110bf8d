package inventory.core.store.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.change.ChangeBell;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BellRopeTest {
    private final BellRope rope = new BellRope();
    private final AtomicInteger rings = new AtomicInteger();

    @Test
    void ringsEveryBellThoughOneIsBroken() {
        rope.tie(() -> {
            throw new IllegalStateException("broken");
        });
        rope.tie(rings::incrementAndGet);
        rope.pull();
        assertEquals(1, rings.get());
    }

    @Test
    void ringsNoBellThatWasTakenDown() {
        ChangeBell bell = rings::incrementAndGet;
        rope.tie(bell);
        rope.untie(bell);
        rope.pull();
        assertEquals(0, rings.get());
    }
}
