package inventory.api.action;

import java.util.Map;
import java.util.Objects;

/**
 * How an action ended well.
 *
 * @param message one sentence for a person: what was done, or would be done
 * @param details facts by snake_case key, such as the platform's own task id; no secrets
 */
public record ActionResult(String message, Map<String, Object> details) {
    public ActionResult {
        Objects.requireNonNull(message);
        details = Map.copyOf(details);
    }

    /** A result without further facts. */
    public static ActionResult of(String message) {
        return new ActionResult(message, Map.of());
    }
}
