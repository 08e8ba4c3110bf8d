package inventory.core.store;

import inventory.api.UnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the database on a thread of its own, until it succeeds and again whenever somebody suspects that the database went away.
 * In between, callers are told at once what is wrong instead of waiting for what will not come.
 */
final class Recovery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PooledDatabase.class);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 1000;

    /** Connects, migrates, seeds. */
    @FunctionalInterface
    interface Preparation {
        void run() throws SQLException;
    }

    private record Trouble(String message, Throwable cause) {}

    private final String place;
    private final Preparation preparation;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean suspected = new AtomicBoolean(true);
    private final List<Runnable> waiting = new ArrayList<>();
    private volatile Optional<Trouble> trouble = Optional.of(new Trouble("the database is starting", null));
    private boolean warned;
    private long pauseMs = FIRST_PAUSE_MS;

    Recovery(String place, Preparation preparation) {
        this.place = place;
        this.preparation = preparation;
        thread = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "inventory-database"));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void start() {
        thread.execute(this::attempt);
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** @return what is wrong; empty while the database is ready */
    Optional<String> trouble() {
        return trouble.map(Trouble::message);
    }

    /** Throws unless the database is ready. */
    void require() {
        trouble.ifPresent(now -> {
            throw new UnavailableException(now.message(), now.cause());
        });
    }

    /** Somebody's connection broke: look whether the database is still there. */
    void suspect() {
        if (suspected.compareAndSet(false, true)) {
            thread.execute(this::attempt);
        }
    }

    /** Returns when the database is ready, or when the time is over. */
    synchronized void awaitReady(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); trouble.isPresent() && left > 0; ) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }

    void whenReady(Runnable action) {
        thread.execute(() -> {
            if (trouble.isEmpty()) {
                run(action);
            } else {
                waiting.add(action);
            }
        });
    }

    private void attempt() {
        suspected.set(false);
        try {
            preparation.run();
            recovered();
        } catch (SQLException | RuntimeException | LinkageError e) {
            failed(e);
        }
    }

    private void recovered() {
        pauseMs = FIRST_PAUSE_MS;
        boolean wasAway = trouble.isPresent();
        synchronized (this) {
            trouble = Optional.empty();
            notifyAll();
        }
        if (wasAway) {
            LOG.info("Database {} is ready", place);
            warned = false;
        }
        List.copyOf(waiting).forEach(this::run);
        waiting.clear();
    }

    private void failed(Throwable e) {
        suspected.set(true);
        trouble = Optional.of(new Trouble("the database cannot be used: " + e.getMessage(), e));
        if (!warned) {
            LOG.warn("Database {} cannot be used, trying again until it can: {}", place, e.getMessage());
            LOG.debug("Its failure", e);
            warned = true;
        }
        Future<?> unused = thread.schedule(this::attempt, pauseMs, TimeUnit.MILLISECONDS);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What was to be done with the ready database failed", e);
        }
    }

    /** Waits for what is being done, since breaking it off could leave half of it. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Database {} did not finish what it was doing", place);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        trouble = Optional.of(new Trouble("the database is closed", null));
    }
}
