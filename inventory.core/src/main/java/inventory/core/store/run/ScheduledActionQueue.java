package inventory.core.store.run;

import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import inventory.core.action.ActionConfig;
import inventory.core.action.ActionQueue;
import inventory.core.action.ActionWorker;
import inventory.core.store.Database;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Has the actions that wait carried out. */
@Component(
        immediate = true,
        service = ActionQueue.class,
        configurationPid = {RunQueueConfig.PID, ActionConfig.PID})
public final class ScheduledActionQueue implements ActionQueue, AutoCloseable {
    private final ActionWorker worker;
    private final DurableQueue queue;

    @Activate
    public ScheduledActionQueue(
            RunQueueConfig config, ActionConfig actions, @Reference Database database, @Reference ActionWorker worker) {
        this.worker = worker;
        queue = new DurableQueue(
                database,
                new DurableQueue.Shape(RunTasks.ACTION_TABLE, "inventory-action-", actions.actions_per_node(), config),
                List.of(DurableQueue.task(RunTasks.ACTION, worker::work)),
                SchedulerListeners.NOOP);
    }

    @Override
    public void wake() {
        queue.wake();
    }

    @Override
    @Deactivate
    public void close() {
        queue.close(worker::drain);
    }
}
