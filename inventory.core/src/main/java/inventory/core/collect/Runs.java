package inventory.core.collect;

import inventory.api.ConflictException;
import inventory.api.InvalidInputException;
import inventory.api.admin.CollectRequest;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import java.util.UUID;

/** Starts and ends collection runs. Whether the caller may do it was settled before. Thread-safe. */
public interface Runs {
    /**
     * Stores a run with its durable task and returns at once.
     *
     * @return the run, pending
     * @throws ConflictException the provider is disabled, or a run is pending or running (which the exception names)
     * @throws InvalidInputException an unknown collection type or resource type
     */
    CollectionRun request(Provider provider, CollectRequest request);

    /** Plans a run of everything that begins within seconds, after the active one; of what is planned within a second, one. */
    void requestSoon(Provider provider);

    /**
     * Ends a run: canceled when this returns, its threads interrupted.
     *
     * @return the run, canceled
     * @throws ConflictException it has ended already
     */
    CollectionRun cancel(UUID runId);

    /** Ends what the provider is at: its run if there is one, and the tasks of its resources. */
    void cancelForProvider(UUID providerId);
}
