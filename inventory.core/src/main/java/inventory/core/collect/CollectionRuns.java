package inventory.core.collect;

import inventory.api.ConflictException;
import inventory.api.admin.CollectRequest;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.core.action.Tasks;
import inventory.core.collect.RunControl.Stop;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs that are stored, and worked on by whichever node takes them. */
@Component
public final class CollectionRuns implements Runs {
    private final RunStore store;
    private final RunQueue queue;
    private final ActiveRuns active;
    private final Inventory inventory;
    private final CollectionMeasures measures;
    private final Tasks tasks;

    @Activate
    public CollectionRuns(
            @Reference RunStore store,
            @Reference RunQueue queue,
            @Reference ActiveRuns active,
            @Reference Inventory inventory,
            @Reference CollectionMeasures measures,
            @Reference Tasks tasks) {
        this.store = store;
        this.queue = queue;
        this.active = active;
        this.inventory = inventory;
        this.measures = measures;
        this.tasks = tasks;
    }

    @Override
    public CollectionRun request(Provider provider, CollectRequest request) {
        CollectionRun run = store.create(provider, request);
        queue.wake();
        return run;
    }

    @Override
    public void requestSoon(Provider provider) {
        store.planSoon(provider.id());
    }

    @Override
    public CollectionRun cancel(UUID runId) {
        boolean canceled = end(runId);
        CollectionRun run = inventory.get(Caller.SYSTEM, Listings.COLLECTION_RUNS, runId.toString());
        if (!canceled) {
            throw new ConflictException("Cannot cancel: the run has ended already, it is " + run.status() + ".");
        }
        return run;
    }

    @Override
    public void cancelForProvider(UUID providerId) {
        store.active(providerId).ifPresent(this::end);
        tasks.cancelForProvider(providerId);
    }

    private boolean end(UUID runId) {
        boolean canceled = store.cancel(runId);
        if (canceled) {
            active.stop(runId, Stop.CANCELED);
            measures.canceled();
        }
        return canceled;
    }
}
