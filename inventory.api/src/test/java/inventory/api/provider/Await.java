package inventory.api.provider;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about; the only place in these tests where time passes. */
public final class Await {
    private static final long STEP_NANOS = 2_000_000;

    private Await() {}

    /** Waits until the condition holds; false when it does not within the time. */
    public static boolean until(BooleanSupplier condition, Duration atMost) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > atMost.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }
}
