package inventory.core.store.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import inventory.core.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims the durable tasks of one table and has them worked on. A node that dies is noticed by its missing heartbeats; where no other
 * process can have the database open, its tasks are free at once.
 */
final class DurableQueue {
    private static final Logger LOG = LoggerFactory.getLogger(DurableQueue.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int MISSED_HEARTBEATS = 4;

    private final Database database;
    private final Shape shape;
    private final Scheduler scheduler;
    private boolean started;
    private boolean closed;

    /**
     * What a queue is made of.
     *
     * @param table in the form of the db-scheduler library
     * @param threads what the names of its threads begin with
     * @param workers tasks that are worked on at the same time
     */
    record Shape(String table, String threads, int workers, RunQueueConfig config) {}

    /** @return what to do on a failure: the task waits for a second, and twice as long each further time */
    static FailureHandler<Void> again() {
        return new FailureHandler.ExponentialBackoffFailureHandler<>(RETRY, 2);
    }

    /** @return the task that gives its id to a worker */
    static OneTimeTask<Void> task(String name, Consumer<UUID> worker) {
        return Tasks.oneTime(name, Void.class)
                .onFailure(again())
                .execute((instance, context) -> work(instance, worker));
    }

    private static void work(TaskInstance<Void> task, Consumer<UUID> worker) {
        try {
            worker.accept(UUID.fromString(task.getId()));
        } catch (RuntimeException e) {
            LOG.warn("{} {} goes back to the queue: {}", task.getTaskName(), task.getId(), e.getMessage());
            LOG.debug("Why it went back", e);
            throw e;
        }
    }

    /** Works from the moment that the database is ready. */
    DurableQueue(Database database, Shape shape, List<Task<?>> tasks, SchedulerListener listener) {
        this.database = database;
        this.shape = shape;
        scheduler = scheduler(tasks, listener);
        database.whenReady(this::start);
    }

    /** Looks for due tasks now. */
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /**
     * Takes no new task, and waits for the workers, no longer than a bound.
     *
     * @param drain tells them to end
     */
    void close(Runnable drain) {
        close();
        drain.run();
        if (started) {
            scheduler.stop();
        }
    }

    private synchronized void close() {
        closed = true;
    }

    private synchronized void start() {
        if (closed || started) {
            return;
        }
        if (database.dialect().isExclusive()) {
            int freed = database.write(connection -> RunTasks.free(connection, shape.table()));
            LOG.debug("{} tasks of the process before this one are free", freed);
        }
        scheduler.start();
        started = true;
    }

    private Scheduler scheduler(List<Task<?>> tasks, SchedulerListener listener) {
        return Scheduler.create(new SchedulerDataSource(database), tasks)
                .tableName(shape.table())
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .serializer(new NoData())
                .jdbcCustomization(new DefaultJdbcCustomization(false))
                .executorService(Executors.newFixedThreadPool(shape.workers(), named("")))
                .dueExecutor(Executors.newSingleThreadExecutor(named("queue-")))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, named("heartbeat-")))
                .threads(shape.workers())
                .pollingInterval(Duration.ofMillis(shape.config().poll_ms()))
                .heartbeatInterval(Duration.ofMillis(shape.config().heartbeat_ms()))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
                .addSchedulerListener(listener)
                .build();
    }

    private ThreadFactory named(String use) {
        AtomicInteger number = new AtomicInteger();
        return body -> {
            Thread thread = new Thread(body, shape.threads() + use + number.incrementAndGet());
            thread.setDaemon(false);
            return thread;
        };
    }
}
