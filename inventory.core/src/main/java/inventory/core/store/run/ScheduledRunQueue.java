package inventory.core.store.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import inventory.core.collect.CollectionMeasures;
import inventory.core.collect.RunQueue;
import inventory.core.collect.RunStore;
import inventory.core.collect.RunWorker;
import inventory.core.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims the tasks of runs from the database and has them worked on. A node that dies is noticed by its missing heartbeats; where no
 * other process can have the database open, its tasks are free at once.
 */
@Component(immediate = true, service = RunQueue.class, configurationPid = RunQueueConfig.PID)
@Designate(ocd = RunQueueConfig.class)
public final class ScheduledRunQueue implements RunQueue, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledRunQueue.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    private final Database database;
    private final RunStore store;
    private final RunWorker worker;
    private final CollectionMeasures measures;
    private final Scheduler scheduler;
    private final Clock clock;
    private boolean started;
    private boolean closed;

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
        this.database = database;
        this.store = store;
        this.worker = worker;
        this.measures = measures;
        scheduler = scheduler(config);
        database.whenReady(this::start);
    }

    @Override
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    @Deactivate
    public void close() {
        synchronized (this) {
            closed = true;
        }
        worker.drain();
        if (started) {
            scheduler.stop();
        }
    }

    private synchronized void start() {
        if (closed || started) {
            return;
        }
        if (database.dialect().isExclusive()) {
            int freed = database.write(RunTasks::free);
            LOG.debug("{} tasks of the process before this one are free", freed);
        }
        scheduler.start();
        started = true;
    }

    private Scheduler scheduler(RunQueueConfig config) {
        OneTimeTask<Void> task = Tasks.oneTime(RunTasks.NAME, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(RETRY, 2))
                .execute((instance, context) -> work(instance));
        CustomTask<Void> schedule = Tasks.custom(RunTasks.SCHEDULE, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(RETRY, 2))
                .execute((instance, context) ->
                        start(now -> store.createScheduled(UUID.fromString(instance.getId()), now)));
        CustomTask<Void> soon = Tasks.custom(RunTasks.SOON, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(RETRY, 2))
                .execute((instance, context) ->
                        start(now -> store.createSoon(SoonCollection.provider(instance.getId()), now)));
        return Scheduler.create(new SchedulerDataSource(database), task, schedule, soon)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .serializer(new NoData())
                .jdbcCustomization(new DefaultJdbcCustomization(false))
                .executorService(Executors.newFixedThreadPool(config.runs_per_node(), named("inventory-run-")))
                .dueExecutor(Executors.newSingleThreadExecutor(named("inventory-run-queue-")))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, named("inventory-run-heartbeat-")))
                .threads(config.runs_per_node())
                .pollingInterval(Duration.ofMillis(config.poll_ms()))
                .heartbeatInterval(Duration.ofMillis(config.heartbeat_ms()))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
                .addSchedulerListener(new Counting())
                .build();
    }

    /** @param creation from now to when to do it again; empty: never */
    private CompletionHandler<Void> start(Function<Instant, Optional<Instant>> creation) {
        Optional<Instant> next = creation.apply(clock.instant().truncatedTo(ChronoUnit.MICROS));
        wake();
        return (complete, task) -> next.ifPresentOrElse(time -> task.reschedule(complete, time), task::remove);
    }

    private void work(TaskInstance<Void> task) {
        try {
            worker.work(UUID.fromString(task.getId()));
        } catch (RuntimeException e) {
            LOG.warn("Run {} goes back to the queue: {}", task.getId(), e.getMessage());
            LOG.debug("Why it went back", e);
            throw e;
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return body -> {
            Thread thread = new Thread(body, prefix + number.incrementAndGet());
            thread.setDaemon(false);
            return thread;
        };
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
