package inventory.api.plugin;

import java.util.Optional;

/**
 * A key of {@code connection_config} that a plugin understands.
 *
 * @param type {@code string}, {@code integer}, {@code boolean} or {@code list}
 * @param secret written only: encrypted in the store, hidden in every answer
 * @param defaultValue used when the key is absent
 */
public record ConnectionParameter(
        String name,
        String description,
        String type,
        boolean required,
        boolean secret,
        Optional<Object> defaultValue) {}
