package inventory.core.deploy;

import inventory.api.ConflictException;
import inventory.api.InventoryException;
import inventory.core.action.Tasks;
import inventory.core.collect.Runs;
import inventory.core.registry.PluginEntry;
import inventory.core.registry.PluginRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets go of plugins that were replaced or removed: when the last run or task that uses one has ended, its bundles go. Thread-safe. */
@Component(service = Retirement.class, configurationPid = DeployConfig.PID)
public final class Retirement {
    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);
    private static final Duration AFTER_CANCEL = Duration.ofSeconds(3);

    private final PluginRegistry registry;
    private final PluginBundles bundles;
    private final Runs runs;
    private final Tasks tasks;
    private final Duration limit;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "inventory-plugin-retirement");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Retirement(
            DeployConfig config,
            @Reference PluginRegistry registry,
            @Reference PluginBundles bundles,
            @Reference Runs runs,
            @Reference Tasks tasks) {
        this(registry, bundles, runs, tasks, DeployLimits.of(config).run());
    }

    Retirement(PluginRegistry registry, PluginBundles bundles, Runs runs, Tasks tasks, Duration limit) {
        this.registry = registry;
        this.bundles = bundles;
        this.runs = runs;
        this.tasks = tasks;
        this.limit = limit;
        // A timer that is not needed any more would hold the classes of its plugin.
        timer.setRemoveOnCancelPolicy(true);
    }

    /** No new run uses the plugin when this returns; {@code gone} is run when its bundles are gone. */
    void retire(Deployment old, Runnable gone) {
        AtomicBoolean going = new AtomicBoolean();
        AtomicReference<Future<?>> overdue = new AtomicReference<>();
        Runnable go = () -> {
            if (going.compareAndSet(false, true)) {
                forget(overdue);
                Future<?> unused = submit(
                        () -> {
                            bundles.uninstall(old.bundles());
                            gone.run();
                        },
                        Duration.ZERO);
            }
        };
        List<PluginEntry> entries = registry.retire(old.bundleIds(), go);
        if (!going.get()) {
            overdue.set(submit(() -> cancelUsers(old, entries, go), limit));
            if (going.get()) {
                forget(overdue);
            }
        }
    }

    private static void forget(AtomicReference<Future<?>> overdue) {
        Future<?> timed = overdue.getAndSet(null);
        if (timed != null) {
            timed.cancel(false);
        }
    }

    /** Runs and tasks that still use the plugin are canceled; it goes even if they hang. */
    private void cancelUsers(Deployment old, List<PluginEntry> entries, Runnable go) {
        for (PluginEntry entry : entries) {
            entry.runs().forEach(run -> cancel("Run " + run, old, () -> runs.cancel(run)));
            entry.tasks()
                    .forEach(task -> cancel("Task " + task, old, () -> tasks.cancel(task, "the plugin's removal")));
        }
        Future<?> unused = submit(go, AFTER_CANCEL);
    }

    private void cancel(String user, Deployment old, Runnable cancel) {
        LOG.warn("{} is canceled: {} was replaced or removed {} s ago", user, old.origin(), limit.toSeconds());
        try {
            cancel.run();
        } catch (ConflictException e) {
            LOG.debug("{} ended by itself", user);
        } catch (InventoryException e) {
            LOG.warn("{} cannot be canceled: {}", user, e.getMessage());
        }
    }

    private Future<?> submit(Runnable work, Duration delay) {
        try {
            return timer.schedule(() -> guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The product stops; the bundles of replaced plugins go at its next start");
            return CompletableFuture.completedFuture(null);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The one catch-all of this thread: the next plugin must go all the same.
            LOG.error("A plugin that was replaced or removed does not go", e);
        }
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }
}
