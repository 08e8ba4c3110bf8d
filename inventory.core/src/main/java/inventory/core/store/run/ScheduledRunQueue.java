package inventory.core.store.run;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import inventory.core.collect.CollectionMeasures;
import inventory.core.collect.RunQueue;
import inventory.core.collect.RunStore;
import inventory.core.collect.RunWorker;
import inventory.core.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Has the runs that wait, and the schedules that come true, worked on. */
@Component(immediate = true, service = RunQueue.class, configurationPid = RunQueueConfig.PID)
@Designate(ocd = RunQueueConfig.class)
public final class ScheduledRunQueue implements RunQueue, AutoCloseable {
    private final RunStore store;
    private final RunWorker worker;
    private final CollectionMeasures measures;
    private final DurableQueue queue;
    private final Clock clock;

    @Activate
    public ScheduledRunQueue(
            RunQueueConfig config,
            @Reference Database database,
            @Reference RunStore store,
            @Reference RunWorker worker,
            @Reference CollectionMeasures measures) {
        this(config, database, store, worker, measures, Clock.systemUTC());
    }

    ScheduledRunQueue(
            RunQueueConfig config,
            Database database,
            RunStore store,
            RunWorker worker,
            CollectionMeasures measures,
            Clock clock) {
        this.clock = clock;
        this.store = store;
        this.worker = worker;
        this.measures = measures;
        queue = new DurableQueue(
                database,
                new DurableQueue.Shape(RunTasks.TABLE, "inventory-run-", config.runs_per_node(), config),
                List.of(DurableQueue.task(RunTasks.NAME, worker::work), schedule(), soon()),
                new Counting());
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

    private CustomTask<Void> schedule() {
        return Tasks.custom(RunTasks.SCHEDULE, Void.class)
                .onFailure(DurableQueue.again())
                .execute((instance, context) ->
                        start(now -> store.createScheduled(UUID.fromString(instance.getId()), now)));
    }

    private CustomTask<Void> soon() {
        return Tasks.custom(RunTasks.SOON, Void.class)
                .onFailure(DurableQueue.again())
                .execute((instance, context) ->
                        start(now -> store.createSoon(SoonCollection.provider(instance.getId()), now)));
    }

    /** @param creation from now to when to do it again; empty: never */
    private CompletionHandler<Void> start(Function<Instant, Optional<Instant>> creation) {
        Optional<Instant> next = creation.apply(clock.instant().truncatedTo(ChronoUnit.MICROS));
        wake();
        return (complete, task) -> next.ifPresentOrElse(time -> task.reschedule(complete, time), task::remove);
    }

    /** Counts the waiting runs now and then, so that a scrape need not ask the database. */
    private final class Counting extends AbstractSchedulerListener {
        @Override
        public void onSchedulerEvent(SchedulerListener.SchedulerEventType type) {
            if (type == SchedulerListener.SchedulerEventType.RAN_DETECT_DEAD) {
                measures.waiting(store.pending());
            }
        }
    }
}
