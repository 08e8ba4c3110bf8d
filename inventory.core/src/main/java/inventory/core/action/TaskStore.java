package inventory.core.action;

import inventory.api.ConflictException;
import inventory.api.action.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tasks in the database. Every method throws {@code UnavailableException} while it cannot be reached. Thread-safe. */
public interface TaskStore {
    /**
     * Stores a pending task with its durable task and its line of the audit in one transaction.
     *
     * @return its id
     * @throws ConflictException the resource is gone, its provider is disabled, or another task may change the resource now
     */
    UUID create(NewTask task);

    /** Writes into the audit that somebody wanted this and may not. */
    void refused(NewTask task);

    /** Takes a pending task: running from now on, its secrets no longer stored. @return empty if it is not pending */
    Optional<ClaimedTask> claim(UUID id);

    /**
     * Ends a running task whose worker is gone.
     *
     * @return how it ended; empty if it was not running
     */
    Optional<TaskStatus> bury(UUID id);

    /** Stores the notes of a running task. @return whether it is still this worker's */
    boolean note(UUID id, long fence, TaskNotes notes);

    /** Ends a running task. @return false if it was no longer this worker's, and nothing was stored */
    boolean end(UUID id, long fence, TaskNotes notes, TaskEnd end);

    /** Ends a pending or running task because a person wants it. @return how it ended; empty if it had ended before */
    Optional<TaskStatus> cancel(UUID id, String who);

    /** @return the provider's pending and running tasks */
    List<UUID> active(UUID provider);
}
