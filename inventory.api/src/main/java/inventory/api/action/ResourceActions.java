package inventory.api.action;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import org.osgi.annotation.versioning.ConsumerType;

/** Optional, on a {@link ProviderConnection} of a plugin whose manifest declares actions: carries them out. */
@ConsumerType
public interface ResourceActions {
    /**
     * Carries out one action and follows it until the outside system says that it has ended. Called once per connection, on a thread
     * of the core, and never again for the same task: not after a failure, not after a restart. Between two
     * looks it waits with {@link ActionProgress#pause}.
     *
     * <p>A call that changes something is sent once. Whether it may be sent again after a throttle is the implementation's
     * knowledge: a request that was refused before it was looked at may, one that broke off may not.
     *
     * @param request names a declared action for the type of the resource
     * @param progress told of the steps, and when something begins to change
     * @return what was done; with {@code dryRun}, what would be done
     * @throws ProviderException why not. {@link FailureKind#PERMISSION} the account may not, {@link FailureKind#THROTTLED} refused for
     *     now, {@link FailureKind#INTERNAL} the platform said no (wrong state, protected, out of limits): the message gives its words;
     *     {@link FailureKind#TIMEOUT}, {@link FailureKind#UNREACHABLE} and {@link FailureKind#MALFORMED} after {@link
     *     ActionProgress#changing()} are an outcome that is not known
     * @throws InterruptedException when the task was cancelled; within one second of the interrupt. What the platform has begun goes on.
     */
    ActionResult perform(ActionRequest request, ActionProgress progress) throws ProviderException, InterruptedException;
}
