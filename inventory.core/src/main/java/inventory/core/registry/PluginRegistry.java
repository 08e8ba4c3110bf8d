package inventory.core.registry;

import inventory.api.provider.BaseProvider;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins that are here. Of several services with one key, one that was deployed is used before one of the product, then the one
 * with the highest ranking, then the one registered last; one whose manifest does not do is passed over. No service is activated by
 * being listed. Thread-safe.
 */
@Component(service = PluginRegistry.class, configurationPid = RegistryConfig.PID)
@Designate(ocd = RegistryConfig.class)
public final class PluginRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(PluginRegistry.class);
    private static final Comparator<PluginEntry> BEST_FIRST = Comparator.comparing(PluginEntry::key)
            .thenComparing(entry -> entry.service().deployed(), Comparator.reverseOrder())
            .thenComparing(entry -> entry.service().ranking(), Comparator.reverseOrder())
            .thenComparing(entry -> entry.service().id(), Comparator.reverseOrder());

    private final BundleContext context;
    private final PluginFilter filter;
    private final Map<Long, PluginEntry> entries = new ConcurrentHashMap<>();
    private final Set<Long> hidden = ConcurrentHashMap.newKeySet();
    private final Set<Consumer<PluginEntry>> listeners = new CopyOnWriteArraySet<>();

    @Activate
    public PluginRegistry(BundleContext context, RegistryConfig config) {
        this(context, PluginFilter.of(config, System.getenv()));
    }

    PluginRegistry(BundleContext context, PluginFilter filter) {
        this.context = context;
        this.filter = filter;
    }

    /** A service came. Called by the framework. */
    @Reference(
            service = BaseProvider.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindProvider(ServiceReference<BaseProvider> reference) {
        add(new OsgiPluginService(context, reference));
    }

    /** Its properties changed. Called by the framework. */
    void updatedProvider(ServiceReference<BaseProvider> reference) {
        add(new OsgiPluginService(context, reference));
    }

    /** A service went. Called by the framework. */
    void unbindProvider(ServiceReference<BaseProvider> reference) {
        remove(new OsgiPluginService(context, reference));
    }

    void add(PluginService service) {
        PluginEntry entry = new PluginEntry(service);
        entries.put(service.id(), entry);
        LOG.info("Plugin {} is here, from {}", entry.key(), service.bundle());
        listeners.forEach(listener -> listener.accept(entry));
    }

    void remove(PluginService service) {
        PluginEntry entry = entries.remove(service.id());
        if (entry != null) {
            LOG.info("Plugin {} is gone", entry.key());
        }
    }

    /** Tells of each plugin that is here and of each that comes; perhaps twice of one that comes meanwhile. */
    public void watch(Consumer<PluginEntry> listener) {
        listeners.add(listener);
        entries.values().forEach(listener);
    }

    public void unwatch(Consumer<PluginEntry> listener) {
        listeners.remove(listener);
    }

    /** @return all that may be used, ordered by key, within a key the best first */
    public List<PluginEntry> entries() {
        return allowed().sorted(BEST_FIRST).toList();
    }

    /** @return the one that is used for this key */
    public Optional<PluginEntry> find(String key) {
        return allowed()
                .filter(entry -> entry.key().equals(key))
                .sorted(BEST_FIRST)
                .filter(entry -> entry.manifest().isPresent())
                .findFirst();
    }

    /** @return the keys that can be collected now */
    public NavigableSet<String> keys() {
        NavigableSet<String> keys = new TreeSet<>();
        allowed()
                .filter(entry -> entry.manifest().isPresent())
                .map(PluginEntry::key)
                .forEach(keys::add);
        return keys;
    }

    /** @return the plugin in use; empty if there is none for this key */
    public Optional<PluginLease> lease(String key) {
        Optional<PluginEntry> entry = find(key);
        Optional<PluginLease> lease = entry.flatMap(PluginEntry::lease);
        while (lease.isEmpty() && entry.filter(PluginEntry::retired).isPresent()) {
            // Its successor came between the two calls.
            entry = find(key);
            lease = entry.flatMap(PluginEntry::lease);
        }
        return lease;
    }

    /** @return whether the configuration lets plugins with this key be used */
    public boolean allows(String key) {
        return filter.test(key);
    }

    /** @return what the bundles offer, usable or not */
    public List<PluginEntry> of(Collection<Long> bundles) {
        return entries().stream()
                .filter(entry -> bundles.contains(entry.service().bundleId()))
                .toList();
    }

    /**
     * Lets nobody new use the plugins of these bundles.
     *
     * @param idle is run when the last one who uses them has left
     * @return the plugins
     */
    public List<PluginEntry> retire(Collection<Long> bundles, Runnable idle) {
        List<PluginEntry> retired = of(bundles);
        AtomicInteger busy = new AtomicInteger(retired.size() + 1);
        Runnable left = () -> {
            if (busy.decrementAndGet() == 0) {
                idle.run();
            }
        };
        retired.forEach(entry -> entry.retire(left));
        left.run();
        return retired;
    }

    /** Leaves out the plugins of a bundle until the next refresh. */
    public void hide(long bundle) {
        hidden.add(bundle);
    }

    /** Reads all manifests anew, and shows what was hidden. */
    public void refresh() {
        hidden.clear();
        entries.values().forEach(PluginEntry::refresh);
    }

    private Stream<PluginEntry> allowed() {
        return entries.values().stream()
                .filter(entry -> filter.test(entry.key()))
                .filter(entry ->
                        !entry.retired() && !hidden.contains(entry.service().bundleId()));
    }
}
