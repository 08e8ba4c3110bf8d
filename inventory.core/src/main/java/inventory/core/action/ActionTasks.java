package inventory.core.action;

import inventory.api.ConflictException;
import inventory.api.action.Task;
import inventory.api.action.TaskStatus;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.core.action.ActionControl.Stop;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks that are stored, and carried out by whichever node takes them. */
@Component
public final class ActionTasks implements Tasks {
    private final TaskStore store;
    private final ActionQueue queue;
    private final ActiveActions active;
    private final Inventory inventory;
    private final ActionMeasures measures;

    @Activate
    public ActionTasks(
            @Reference TaskStore store,
            @Reference ActionQueue queue,
            @Reference ActiveActions active,
            @Reference Inventory inventory,
            @Reference ActionMeasures measures) {
        this.store = store;
        this.queue = queue;
        this.active = active;
        this.inventory = inventory;
        this.measures = measures;
    }

    @Override
    public Task request(NewTask task) {
        UUID id = store.create(task);
        Task stored = find(id);
        queue.wake();
        return stored;
    }

    @Override
    public void refused(NewTask task) {
        store.refused(task);
    }

    @Override
    public Task cancel(UUID task, String who) {
        boolean canceled = end(task, who);
        Task found = find(task);
        if (!canceled) {
            throw new ConflictException("Cannot cancel: the task has ended already, it is " + found.status() + ".");
        }
        return found;
    }

    @Override
    public void cancelForProvider(UUID provider) {
        store.active(provider).forEach(task -> end(task, "the removal of the provider"));
    }

    private boolean end(UUID task, String who) {
        Optional<TaskStatus> status = store.cancel(task, who);
        status.ifPresent(ended -> {
            active.stop(task, Stop.ENDED);
            measures.ended(ended);
        });
        return status.isPresent();
    }

    private Task find(UUID task) {
        return inventory.get(Caller.SYSTEM, Listings.TASKS, task.toString());
    }
}
