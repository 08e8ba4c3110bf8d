package inventory.api.action;

import inventory.api.resource.Resource;
import java.util.Map;
import java.util.Objects;

/**
 * An action on one resource, checked against its declaration.
 *
 * @param action name of a declared {@link Action} that is for the type of the resource
 * @param target what is known of the resource; {@code emsRef} is the outside system's id
 * @param parameters the declared ones only, in their declared types ({@code String}, {@code Long}, {@code Boolean}, {@code List}),
 *     defaults filled in; an optional one without a default may be absent
 * @param dryRun only say what would happen; true only for an action that can
 */
public record ActionRequest(String action, Resource target, Map<String, Object> parameters, boolean dryRun) {
    public ActionRequest {
        Objects.requireNonNull(action);
        Objects.requireNonNull(target);
        parameters = Map.copyOf(parameters);
    }

    /** No parameters: one of them may be a secret. */
    @Override
    public String toString() {
        return "ActionRequest[" + action + " on " + target.emsRef() + (dryRun ? ", dry run" : "") + "]";
    }
}
