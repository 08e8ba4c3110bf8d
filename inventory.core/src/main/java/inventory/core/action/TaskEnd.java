package inventory.core.action;

import inventory.api.action.ActionResult;
import inventory.api.action.TaskStatus;
import inventory.api.provider.FailureKind;
import inventory.core.collect.Failure;
import java.util.Map;
import java.util.Set;

/**
 * How a task ended.
 *
 * @param failureKind name of a {@link FailureKind}; empty if it did not fail
 * @param details facts of the result; empty unless it has completed
 */
public record TaskEnd(TaskStatus status, String message, String failureKind, Map<String, Object> details) {
    private static final int LONGEST_MESSAGE = 2000;
    private static final String LOOK_FIRST =
            " Whether the change was made is not known: look at the resource before you repeat it.";
    /** The outside system may have done what was asked although this came back. */
    private static final Set<FailureKind> NO_WORD =
            Set.of(FailureKind.TIMEOUT, FailureKind.UNREACHABLE, FailureKind.MALFORMED);

    public TaskEnd {
        message = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE - 1) + "…" : message;
        details = Map.copyOf(details);
    }

    static TaskEnd completed(ActionResult result) {
        return new TaskEnd(TaskStatus.COMPLETED, result.message(), "", result.details());
    }

    /** The outside system, or the way to it, failed. */
    static TaskEnd failed(Failure failure, ChangeState change) {
        boolean unknown = change == ChangeState.CHANGING && NO_WORD.contains(failure.kind());
        return unknown ? unknown(failure) : failed(failure);
    }

    /** Something broke off that does not tell how far it had come. */
    public static TaskEnd brokenOff(Failure failure, ChangeState change) {
        return switch (change) {
            case CHANGING -> unknown(failure);
            case NONE -> failed(new Failure(failure.kind(), sentence(failure.message()) + " Nothing was changed."));
            case CHANGED ->
                failed(
                        new Failure(
                                failure.kind(),
                                sentence(failure.message())
                                        + " What the outside system had confirmed until then stays; it was not followed to its end."));
        };
    }

    /** A person ended it. */
    public static TaskEnd canceled(String who, ChangeState change) {
        String message = "Canceled by " + who + ".";
        return change == ChangeState.CHANGING
                ? new TaskEnd(TaskStatus.UNKNOWN, message + LOOK_FIRST, "", Map.of())
                : new TaskEnd(TaskStatus.CANCELED, message, "", Map.of());
    }

    private static TaskEnd failed(Failure failure) {
        return new TaskEnd(TaskStatus.FAILED, failure.message(), failure.kind().name(), Map.of());
    }

    private static TaskEnd unknown(Failure failure) {
        return new TaskEnd(
                TaskStatus.UNKNOWN,
                sentence(failure.message()) + LOOK_FIRST,
                failure.kind().name(),
                Map.of());
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("…") ? text : text + ".";
    }
}
