package inventory.core.action;

import inventory.api.action.TaskLine;
import java.util.List;

/**
 * What a task has to say of itself while it works.
 *
 * @param message of the last step
 * @param log the newest steps, the oldest first
 */
public record TaskNotes(int percent, String message, ChangeState change, List<TaskLine> log) {
    public TaskNotes {
        log = List.copyOf(log);
    }
}
