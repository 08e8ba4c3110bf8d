package inventory.api.action;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An action that a plugin offers, as its manifest declares it.
 *
 * @param name unique within the plugin, lower case with hyphens, such as {@code soft-reboot}
 * @param displayName for a button
 * @param description one sentence for a person: what happens to the resource
 * @param resourceTypes slugs of the types it is for; at least one
 * @param destructive whether it may interrupt a service or lose data, so that a face asks before
 * @param dryRun whether the platform can say what would happen without doing it
 * @param parameters in the order to ask for them
 */
public record Action(
        String name,
        String displayName,
        String description,
        Set<String> resourceTypes,
        boolean destructive,
        boolean dryRun,
        List<ActionParameter> parameters) {
    public Action {
        Objects.requireNonNull(name);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(description);
        resourceTypes = Set.copyOf(resourceTypes);
        parameters = List.copyOf(parameters);
    }
}
