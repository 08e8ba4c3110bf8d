package inventory.core.store.run;

import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import inventory.core.action.ActionConfig;
import inventory.core.action.ActionQueue;
import inventory.core.action.ActionWorker;
import inventory.core.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the actions that wait carried out. */
@Component(
        immediate = true,
        service = ActionQueue.class,
        configurationPid = {RunQueueConfig.PID, ActionConfig.PID})
public final class ScheduledActionQueue implements ActionQueue, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledActionQueue.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ActionWorker worker;
    private final DurableQueue queue;

    @Activate
    public ScheduledActionQueue(
            RunQueueConfig config, ActionConfig actions, @Reference Database database, @Reference ActionWorker worker) {
        this.worker = worker;
        queue = new DurableQueue(
                database,
                new DurableQueue.Shape(RunTasks.ACTION_TABLE, "inventory-action-", actions.actions_per_node(), config),
                List.of(Tasks.oneTime(RunTasks.ACTION, Void.class)
                        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(RETRY, 2))
                        .execute((instance, context) -> work(instance))),
                SchedulerListeners.NOOP);
    }

    @Override
    public void wake() {
        queue.wake();
    }

    @Override
    @Deactivate
    public void close() {
        queue.close();
        worker.drain();
        queue.stop();
    }

    private void work(TaskInstance<Void> task) {
        try {
            worker.work(UUID.fromString(task.getId()));
        } catch (RuntimeException e) {
            LOG.warn("Task {} goes back to the queue: {}", task.getId(), e.getMessage());
            LOG.debug("Why it went back", e);
            throw e;
        }
    }
}
