package inventory.core;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about; the only place in these tests where time passes. */
public final class Await {
    private static final long STEP_NANOS = 2_000_000;

    private Await() {}

    /** Waits until the condition holds; fails with this word when it does not within the time. */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > atMost.toNanos()) {
                fail("not within " + atMost.toMillis() + " ms: " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
