package inventory.core.deploy;

import inventory.api.ConflictException;
import inventory.api.InventoryException;
import inventory.api.plugin.PluginFile;
import inventory.core.Home;
import inventory.core.deploy.Intake.Taken;
import inventory.core.deploy.Isolation.Space;
import inventory.core.registry.PluginEntry;
import inventory.core.registry.PluginRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins that were deployed, and the one way in and out. A new version starts beside the old one and takes its place when it offers
 * what its manifest says; whatever fails before that leaves the old one as it was. One change happens at a time. Thread-safe.
 */
@Component(service = Deployments.class, configurationPid = DeployConfig.PID)
public final class Deployments {
    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

    private final PluginRegistry registry;
    private final PluginBundles bundles;
    private final PluginStart start;
    private final DryRun dryRun;
    private final Retirement retirement;
    private final Intake intake;
    private final PluginStore store;
    private final Duration limit;
    private final ReentrantLock change = new ReentrantLock(true);
    private final Map<Origin, Deployment> active = new ConcurrentHashMap<>();
    private final Map<Origin, Failure> failures = new ConcurrentHashMap<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    @Activate
    public Deployments(
            DeployConfig config,
            @Reference Home home,
            @Reference PluginRegistry registry,
            @Reference PluginBundles bundles,
            @Reference DryRun dryRun,
            @Reference Retirement retirement) {
        this.registry = registry;
        this.bundles = bundles;
        this.dryRun = dryRun;
        this.retirement = retirement;
        start = new PluginStart(registry, bundles, dryRun, retirement);
        Path staging = home.resolve("plugins/.staging");
        clear(staging);
        DeployLimits limits = DeployLimits.of(config);
        limit = limits.service();
        intake = new Intake(staging, limits);
        store = new PluginStore(home.resolve("plugins"), staging);
    }

    /** What has taken the place of what. */
    record Swap(Deployment fresh, List<Deployment> replaced) {}

    /** Installs what was handed in and keeps it. Throws what {@link inventory.api.plugin.Plugins#install} says. */
    Swap install(PluginFile file, boolean force) throws IOException {
        try (Taken taken = intake.take(file)) {
            Candidate candidate = taken.candidate();
            Origin origin = store.origin(candidate
                    .manifest()
                    .orElseThrow(() -> Refusal.of(
                            "The file is missing required files: manifest.yml, at the root of the bundle.")));
            change.lock();
            try {
                if (!force) {
                    requireFree(candidate.keys());
                }
                return install(origin, candidate);
            } finally {
                change.unlock();
            }
        }
    }

    private Swap install(Origin origin, Candidate candidate) throws IOException {
        List<Deployment> replaced = owners(candidate.keys());
        Deployment fresh = start.start(origin, candidate, replaced, limit);
        keep(fresh, candidate.folder());
        replace(fresh, replaced);
        for (Deployment old : replaced) {
            if (!old.origin().equals(origin)) {
                delete(old.origin());
            }
        }
        return new Swap(fresh, replaced);
    }

    /**
     * Starts what lies there, in the place of what was started from there, unless that has the same content. A failure is noted.
     *
     * @param wait longest wait for its services
     */
    void attempt(Origin origin, Duration wait) {
        change.lock();
        try {
            if (origin.dropped()) {
                try (Taken taken = intake.take(origin.path())) {
                    attempt(origin, taken.candidate(), wait);
                }
            } else {
                attempt(origin, intake.read(origin.path()), wait);
            }
        } catch (InventoryException e) {
            note(Failure.of(origin, Optional.empty(), Refusal.reason(e)));
        } catch (IOException | UncheckedIOException e) {
            note(Failure.of(origin, Optional.empty(), "It cannot be read: " + e.getMessage() + "."));
        } finally {
            change.unlock();
        }
    }

    private void attempt(Origin origin, Candidate candidate, Duration wait) throws IOException {
        Optional<Deployment> running = Optional.ofNullable(active.get(origin));
        if (running.filter(old -> old.isSound() && old.content().digest().equals(candidate.digest()))
                .isPresent()) {
            failures.remove(origin);
            return;
        }
        try {
            for (Deployment owner : owners(candidate.keys())) {
                if (!owner.origin().equals(origin)) {
                    throw ConflictException.taken(
                            owner.keys() + " is there already, as " + owner.origin() + ". Remove one of the two.",
                            owner.origin().name());
                }
            }
            List<Deployment> replaced = running.stream().toList();
            replace(start.start(origin, candidate, replaced, wait), replaced);
        } catch (InventoryException e) {
            note(Failure.of(origin, Optional.of(candidate), Refusal.reason(e)));
        }
    }

    /** Takes away what came from there, with its files. @return whether there was anything */
    boolean remove(Origin origin) throws IOException {
        change.lock();
        try {
            boolean failed = failures.remove(origin) != null;
            Deployment old = active.remove(origin);
            if (old != null) {
                retirement.retire(old, this::changed);
                LOG.info("Plugin {} {} is removed", origin, old.version());
                changed();
            }
            delete(origin);
            return failed || old != null;
        } finally {
            change.unlock();
        }
    }

    /** Notes as failed what lost a bundle that it needs; it is tried again with the others. */
    void recheck() {
        change.lock();
        try {
            for (Deployment running : List.copyOf(active.values())) {
                if (running.unresolved()) {
                    active.remove(running.origin());
                    retirement.retire(running, this::changed);
                    Space space = new Space(running.origin().name(), false, running.bundleIds());
                    note(Failure.of(
                            running.origin(),
                            Optional.of(running.content()),
                            "What it needs went away: " + String.join("; ", dryRun.problems(running.content(), space))
                                    + "."));
                }
            }
        } finally {
            change.unlock();
        }
    }

    /** Tries once more what failed. */
    void retryFailed() {
        failures.keySet().forEach(origin -> attempt(origin, limit));
    }

    /** Starts all uploaded plugins that do not run, and lets go of those whose files are gone. */
    void restore(Duration wait) throws IOException {
        List<Origin> kept = store.kept();
        kept.forEach(origin -> attempt(origin, wait));
        for (Origin origin : List.copyOf(active.keySet())) {
            if (!origin.dropped() && !kept.contains(origin)) {
                remove(origin);
            }
        }
        failures.keySet().removeIf(origin -> !origin.dropped() && !kept.contains(origin));
    }

    /** Takes out of the framework what an earlier run of the product left there and nobody has claimed. */
    void uninstallUnused() {
        bundles.uninstallUnused();
    }

    /** Called after each change that may let others succeed. */
    void watch(Runnable listener) {
        listeners.add(listener);
    }

    void unwatch(Runnable listener) {
        listeners.remove(listener);
    }

    Collection<Deployment> active() {
        return List.copyOf(active.values());
    }

    Collection<Failure> failures() {
        return List.copyOf(failures.values());
    }

    private void keep(Deployment fresh, Path content) throws IOException {
        try {
            store.keep(content, fresh.origin());
        } catch (IOException e) {
            start.withdraw(fresh);
            throw e;
        }
    }

    private void replace(Deployment fresh, List<Deployment> replaced) {
        replaced.forEach(old -> active.remove(old.origin()));
        active.put(fresh.origin(), fresh);
        failures.remove(fresh.origin());
        replaced.forEach(old -> retirement.retire(old, this::changed));
        LOG.info("Plugin {} {} is here", fresh.origin(), fresh.version());
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private void delete(Origin origin) throws IOException {
        if (origin.dropped()) {
            Files.deleteIfExists(origin.path());
        } else if (Files.exists(origin.path())) {
            store.discard(origin);
        }
    }

    private void note(Failure failure) {
        Deployment running = active.get(failure.origin());
        Failure full = running == null ? failure : failure.because(" Version " + running.version() + " still runs.");
        Failure before = failures.put(failure.origin(), full);
        if (before == null || !before.reason().equals(full.reason())) {
            LOG.warn("Plugin {} failed: {}", failure.origin(), full.reason());
        }
    }

    private List<Deployment> owners(List<String> keys) {
        return active.values().stream()
                .filter(deployment -> deployment.content().sharesKey(keys))
                .toList();
    }

    private void requireFree(List<String> keys) {
        for (PluginEntry entry : registry.entries()) {
            if (keys.contains(entry.key())) {
                throw ConflictException.taken(
                        "The plugin " + entry.key() + " is here already. Replace it with force=true.", entry.key());
            }
        }
    }

    private static void clear(Path staging) {
        try {
            Staging.delete(staging);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + staging, e);
        }
    }
}
