package inventory.api.action;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Has actions carried out on resources. The tasks are read through {@code Inventory} as the listing {@code Listings.TASKS}. Thread-safe.
 * Implemented by the core.
 *
 * <p>Every method throws {@code UnavailableException} when the store cannot be reached, and {@link NotFoundException} for an id that
 * does not exist or is not for this caller.
 */
@ProviderType
public interface Actions {
    /**
     * What can be done to a resource.
     *
     * @return the actions that its provider's plugin declares for its type, in the order of the manifest; empty without a plugin
     */
    List<Action> of(Caller caller, String resourceId);

    /**
     * Accepts an action: stores its task and returns at once. Carried out at most once, whatever happens to the node.
     *
     * @return the task, {@code pending}
     * @throws NotFoundException the resource has no such action; the message names those it has
     * @throws ForbiddenException the caller is neither superuser nor may write the provider's organization
     * @throws InvalidInputException for {@code parameters}: one is missing, unknown, of a wrong type or none of the choices; for
     *     {@code dry_run}: the platform cannot say what would happen
     * @throws ConflictException the resource is gone, its provider is disabled, or another task that changes the resource has not
     *     ended ({@link ConflictException#task})
     */
    Task start(Caller caller, String resourceId, ActionOrder order);

    /**
     * Ends a task: its status is final when this returns, {@link TaskStatus#UNKNOWN} if something was being changed, else {@link
     * TaskStatus#CANCELED}. What the outside system has begun goes on.
     *
     * @throws ForbiddenException as in {@link #start}
     * @throws ConflictException the task has ended already
     */
    Task cancel(Caller caller, String taskId);
}
