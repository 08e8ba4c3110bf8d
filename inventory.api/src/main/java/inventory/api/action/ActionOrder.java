package inventory.api.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody wants done to a resource.
 *
 * @param action name of an {@link Action}
 * @param parameters as they came, not checked yet
 * @param dryRun only say what would happen
 * @param requestId of the call that asks, for the audit; empty if it has none
 */
public record ActionOrder(String action, Map<String, Object> parameters, boolean dryRun, String requestId) {
    public ActionOrder {
        Objects.requireNonNull(action);
        // What came may hold nulls; whoever checks it says so.
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        Objects.requireNonNull(requestId);
    }

    /** No parameters: one of them may be a secret. */
    @Override
    public String toString() {
        return "ActionOrder[" + action + (dryRun ? ", dry run" : "") + "]";
    }
}
