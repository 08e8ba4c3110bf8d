package inventory.api.action;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of an {@link Action}.
 *
 * @param name snake_case
 * @param type {@code string}, {@code integer}, {@code boolean} or {@code list}
 * @param secret never shown, logged or kept after the action
 * @param defaultValue used when it is absent; empty if there is none
 * @param choices the only values, if any are named; of a list, the only ones in it
 */
public record ActionParameter(
        String name,
        String description,
        String type,
        boolean required,
        boolean secret,
        Optional<Object> defaultValue,
        List<Object> choices) {
    public ActionParameter {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(type);
        Objects.requireNonNull(defaultValue);
        choices = List.copyOf(choices);
    }
}
