package inventory.core.collect;

import inventory.api.ConflictException;
import inventory.api.NotFoundException;
import inventory.api.admin.CollectRequest;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.core.collect.RunControl.Stop;
import java.util.Optional;
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

    @Activate
    public CollectionRuns(@Reference RunStore store, @Reference RunQueue queue, @Reference ActiveRuns active) {
        this.store = store;
        this.queue = queue;
        this.active = active;
    }

    @Override
    public CollectionRun request(Provider provider, CollectRequest request) {
        CollectionRun run = store.create(provider, request);
        queue.wake();
        return run;
    }

    @Override
    public CollectionRun cancel(UUID runId) {
        boolean canceled = store.cancel(runId);
        CollectionRun run =
                store.find(runId).orElseThrow(() -> new NotFoundException("There is no collection run " + runId + "."));
        if (!canceled) {
            throw new ConflictException("The run has ended already: it is " + run.status() + ".");
        }
        active.stop(runId, Stop.CANCELED);
        return run;
    }

    @Override
    public void cancelForProvider(UUID providerId) {
        Optional<UUID> run = store.active(providerId);
        if (run.isPresent() && store.cancel(run.get())) {
            active.stop(run.get(), Stop.CANCELED);
        }
    }
}
