package inventory.core.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Slows guessing: each failed attempt on a name answers twice as late as the one before, from 100 ms up to 2 s, and a success forgets
 * them. A right password is never delayed, so nobody can lock somebody else out. Thread-safe.
 */
final class FailedLogins {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int NAMES = 10_000;
    /** Attempts that wait at once; each holds a thread of the HTTP server. */
    private static final int WAITING = 8;

    private final Semaphore waiting = new Semaphore(WAITING);
    private final Map<String, Integer> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > NAMES;
        }
    };

    void forget(String username) {
        synchronized (failures) {
            failures.remove(username);
        }
    }

    /** Counts a failure. @return how long its answer has to wait */
    Duration count(String username) {
        int before;
        synchronized (failures) {
            before = failures.merge(username, 1, Integer::sum) - 1;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    /** Waits, unless too many attempts wait already. */
    void await(Duration delay) {
        if (!waiting.tryAcquire()) {
            return;
        }
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }
}
