package inventory.core.action;

import inventory.api.ConflictException;
import inventory.api.action.Task;
import java.util.UUID;

/** Starts and ends tasks. Whether the caller may do it was settled before. Thread-safe. */
public interface Tasks {
    /**
     * Stores a task with its durable task and returns at once.
     *
     * @return the task, pending
     * @throws ConflictException as {@link TaskStore#create}
     */
    Task request(NewTask task);

    /** Writes into the audit that somebody wanted this and may not. */
    void refused(NewTask task);

    /**
     * Ends a task: its status is final when this returns, its thread interrupted.
     *
     * @param who name of the user, or what else wants it
     * @throws ConflictException it has ended already
     */
    Task cancel(UUID task, String who);

    /** Ends the provider's tasks. */
    void cancelForProvider(UUID provider);
}
