package inventory.api.provider;

import inventory.api.resource.ResourceData;
import org.osgi.annotation.versioning.ProviderType;

/** Where a provider puts what it sees. Thread-safe; one per scope and attempt. Implemented by the core. */
@ProviderType
public interface ResourceSink {
    /**
     * One resource was seen. Call it once per resource and scope, in any order; a second record with the same reference is
     * quarantined. A bad record (no reference, a type outside the scope, a text that is too long) is quarantined with its reason
     * and never raises an error here.
     *
     * @throws InterruptedException when the run was cancelled or its deadline passed; let it through. Blocks while the core is
     *     behind.
     */
    void accept(ResourceData resource) throws InterruptedException;

    /**
     * This type of this scope could not be listed, though the rest can: a missing permission, a service that is not offered in
     * the region. Nothing of that type is taken as gone, and the run becomes {@code partial}.
     *
     * @param resourceType slug of a type of the scope
     * @param kind why
     * @param reason for a person: the call, the missing permission; no secrets
     */
    void notRead(String resourceType, FailureKind kind, String reason);
}
