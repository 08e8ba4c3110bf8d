package inventory.core.action;

import java.util.UUID;

/** What carries out actions on this node. */
public interface ActionWorker {
    /**
     * Carries out a task; returns at once if it has ended before. One that an earlier worker began is not begun again, only ended.
     *
     * @throws RuntimeException its end could not be stored, and it must be handed to a worker again
     */
    void work(UUID task);

    /** Interrupts all actions and stores how far they had come. Their {@link #work} calls return soon. */
    void drain();
}
