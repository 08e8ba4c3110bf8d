package inventory.api.admin;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes providers and starts and ends their runs. Thread-safe. Implemented by the core.
 *
 * <p>Every method throws {@code UnavailableException} when the store cannot be reached, {@link NotFoundException} for an id that
 * does not exist or is not for this caller, and {@link ForbiddenException} when the caller may read but not write.
 */
@ProviderType
public interface Providers {
    /**
     * Stores a new provider. Without a plugin for it the record is legal: its runs fail and name the missing key. With one, the
     * connection config is checked against the plugin's parameters.
     *
     * @throws InvalidInputException a missing, too long or unknown value, a name that the organization has already
     */
    Provider create(Caller caller, ProviderDraft draft);

    /**
     * Changes a provider; absent fields stay.
     *
     * @param replace absent fields get their defaults instead (PUT)
     * @throws InvalidInputException as in {@link #create}
     */
    Provider update(Caller caller, String id, ProviderDraft draft, boolean replace);

    /** Deletes a provider with its runs and resources. A run in progress is cancelled first. */
    void delete(Caller caller, String id);

    /**
     * Accepts a run: stores it with its durable task and returns at once.
     *
     * @return the run, {@code pending}
     * @throws ConflictException the provider is disabled, or a run is pending or running (which the exception names)
     * @throws InvalidInputException an unknown collection type or resource type
     */
    CollectionRun collect(Caller caller, String id, CollectRequest request);

    /**
     * Has everything of a provider collected within seconds, for a caller who has just changed what is read there: of many calls within a
     * second there comes one run, and where a run is under way, another follows it. The run removes what is gone however much that is.
     * Survives the end of the process. Does nothing for a disabled provider.
     */
    void collectSoon(Caller caller, String id);

    /**
     * Ends a run: its status is final when this returns, its threads are interrupted, and nothing is removed by it.
     *
     * @throws ConflictException the run has ended already
     */
    CollectionRun cancel(Caller caller, String runId);
}
