package inventory.core.collect;

import java.util.UUID;

/** What does the work of runs on this node. */
public interface RunWorker {
    /**
     * Works on a run until it has ended; returns at once if it has ended before or is another's.
     *
     * @throws RuntimeException the run could not be ended and must be handed to a worker again
     */
    void work(UUID runId);

    /** Interrupts all runs and leaves them to the next start; their {@link #work} calls throw soon. */
    void drain();
}
