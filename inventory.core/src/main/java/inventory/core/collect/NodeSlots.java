package inventory.core.collect;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many scopes this node reads at the same time. Served in the order of asking. Thread-safe. */
final class NodeSlots {
    private final int total;
    private final Semaphore free;

    NodeSlots(int total) {
        this.total = total;
        free = new Semaphore(total, true);
    }

    /** The right to read one scope. Closing it twice is harmless. */
    final class Slot implements AutoCloseable {
        private final AtomicBoolean held = new AtomicBoolean(true);

        @Override
        public void close() {
            if (held.compareAndSet(true, false)) {
                free.release();
            }
        }
    }

    Slot take() throws InterruptedException {
        free.acquire();
        return new Slot();
    }

    int used() {
        return total - free.availablePermits();
    }
}
