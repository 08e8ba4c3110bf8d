package inventory.core.deploy;

import inventory.api.UnusablePluginException;
import inventory.core.registry.PluginEntry;
import inventory.core.registry.PluginRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The services that a plugin's manifests promise. */
final class Offer {
    private final PluginRegistry registry;
    private final List<String> keys;
    private final Collection<Long> bundles;

    Offer(PluginRegistry registry, List<String> keys, Collection<Long> bundles) {
        this.registry = registry;
        this.keys = keys;
        this.bundles = bundles;
    }

    /** @throws UnusablePluginException one of the services is not there within the limit, or is not what its manifest says */
    void await(Duration limit) {
        Semaphore news = new Semaphore(0);
        Consumer<PluginEntry> listener = entry -> news.release();
        registry.watch(listener);
        try {
            long end = System.nanoTime() + limit.toNanos();
            List<String> missing = missing();
            while (!missing.isEmpty() && news.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                missing = missing();
            }
            if (!missing.isEmpty()) {
                throw new UnusablePluginException(
                        "The plugin was started and does not offer what its manifest says.", missing);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusablePluginException("The product stops.", List.of());
        } finally {
            registry.unwatch(listener);
        }
    }

    /** @return for each key that cannot be used, why */
    private List<String> missing() {
        List<PluginEntry> offered = registry.of(bundles);
        List<String> missing = new ArrayList<>();
        for (String key : keys) {
            Optional<PluginEntry> entry =
                    offered.stream().filter(any -> any.key().equals(key)).findFirst();
            if (entry.isEmpty()) {
                missing.add("no BaseProvider service with vendor and provider_type of " + key + " (found: "
                        + (offered.isEmpty() ? "none" : names(offered))
                        + "); perhaps its component waits for another service");
            } else if (!entry.get().reason().isEmpty()) {
                missing.add(key + ": " + entry.get().reason());
            }
        }
        return missing;
    }

    private static String names(List<PluginEntry> entries) {
        return String.join(", ", entries.stream().map(PluginEntry::key).toList());
    }
}
