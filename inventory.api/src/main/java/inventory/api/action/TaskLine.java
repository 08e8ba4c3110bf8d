package inventory.api.action;

import java.time.Instant;
import java.util.Objects;

/**
 * A step of a task.
 *
 * @param percent how much was done then, 0 to 100
 * @param message short, for a person
 */
public record TaskLine(Instant at, int percent, String message) {
    public TaskLine {
        Objects.requireNonNull(at);
        Objects.requireNonNull(message);
    }
}
