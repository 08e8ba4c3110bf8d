package inventory.api.action;

import inventory.api.provider.ProviderException;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** Takes what an action in progress has to say, for people who watch the task. Thread-safe. Implemented by the core. */
@ProviderType
public interface ActionProgress {
    /**
     * Says that the next call changes something. Call it right before each such call. Until then a failure means that nothing was
     * done; from then on a lost connection, a time-out, an answer that makes no sense or the death of the node means that the outcome
     * is not known: the task ends so, and is not repeated.
     *
     * @throws IllegalStateException the task has ended meanwhile, or it cannot be noted down that it changes something: make no call,
     *     and let the exception through
     */
    void changing();

    /**
     * Says that the outside system confirmed the change, so that a later failure (of following it to its end, say) is no unknown
     * outcome. Undone by the next {@link #changing()}.
     */
    void changed();

    /**
     * Adds a line to the log of the task.
     *
     * @param percent how much is done, 0 to 100; less than before leaves it as it is
     * @param message short, no secrets
     */
    void step(int percent, String message);

    /**
     * Waits between two looks at what the outside system is doing.
     *
     * @throws ProviderException {@link inventory.api.provider.FailureKind#TIMEOUT}: the time for the action would be over by then
     * @throws InterruptedException when the task was cancelled; let it through
     */
    void pause(Duration pause) throws ProviderException, InterruptedException;
}
