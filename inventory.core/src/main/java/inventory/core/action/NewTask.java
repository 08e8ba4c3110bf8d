package inventory.core.action;

import inventory.api.action.ActionOrder;
import inventory.api.identity.Caller;
import inventory.api.resource.Resource;
import java.util.Map;

/**
 * A task to be stored.
 *
 * @param parameters in plain form, defaults filled in; secrets hidden
 * @param sealedSecrets cipher text of the secret parameters; empty if there are none
 */
public record NewTask(
        Caller caller, Resource resource, ActionOrder order, Map<String, Object> parameters, String sealedSecrets) {}
