package inventory.core.collect;

import inventory.api.UnavailableException;
import inventory.core.collect.RunControl.Stop;
import inventory.core.reconcile.RunReport;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a run's own thread waits: it does what its calls report and stores the figures once per tick. */
final class RunPulse {
    private static final Logger LOG = LoggerFactory.getLogger(RunPulse.class);

    private final RunParts parts;
    private Instant nextReport;

    RunPulse(RunParts parts) {
        this.parts = parts;
        nextReport = parts.services().clock().instant();
    }

    /** Waits for something to happen, no longer than until the next tick or this time. */
    void await(Instant until) {
        Instant now = parts.services().clock().instant();
        Duration tick = parts.services().settings().tick();
        Duration left = Duration.between(now, until);
        parts.control().await(left.compareTo(tick) < 0 ? left : tick);
        now = parts.services().clock().instant();
        if (parts.control().stopped().isEmpty() && !now.isBefore(nextReport)) {
            nextReport = now.plus(tick);
            report();
        }
    }

    /** Stores the figures now. */
    void report() {
        RunReport report = parts.figures().report();
        try {
            if (!parts.services().store().report(parts.run().reference(), report)) {
                parts.control().stop(Stop.LOST);
            }
        } catch (UnavailableException e) {
            parts.control().stop(Stop.STORE_AWAY);
        } catch (RuntimeException e) {
            LOG.debug(
                    "Run {}: the progress was not stored; next time it will be",
                    parts.run().id(),
                    e);
        }
    }
}
