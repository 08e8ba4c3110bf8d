package inventory.core.collect;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The strings by which one run in progress is moved: others stop it, its plugin calls report to it. Thread-safe. */
final class RunControl {
    /** Why a run stops before it is ready. */
    enum Stop {
        /** A person ended it; its row says so already. */
        CANCELED,
        /** Its row is another worker's, or gone. */
        LOST,
        /** The node stops; the run is left to the next worker. */
        NODE_STOPS,
        /** The database is away; the run is left to the next worker. */
        STORE_AWAY
    }

    private final UUID run;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private Stop stop;

    RunControl(UUID run) {
        this.run = run;
    }

    UUID run() {
        return run;
    }

    /** Asks the run to stop; the first reason counts. */
    void stop(Stop why) {
        synchronized (this) {
            if (stop == null) {
                stop = why;
            }
        }
        wake();
    }

    synchronized Optional<Stop> stopped() {
        return Optional.ofNullable(stop);
    }

    /** Has the run's own thread look around. */
    void wake() {
        events.add(() -> {});
    }

    /** Has the run's own thread do this next. */
    void post(Runnable event) {
        events.add(event);
    }

    /** Waits for one event and does it, or returns after the limit. */
    void await(Duration limit) {
        try {
            Runnable event = events.poll(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
            if (event != null) {
                event.run();
            }
        } catch (InterruptedException e) {
            // Only a stopping node interrupts this thread. It must end in order, so the interrupt is kept as a reason.
            stop(Stop.NODE_STOPS);
        }
    }
}
