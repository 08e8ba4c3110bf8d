package inventory.core.registry;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.plugin.Installation;
import inventory.api.plugin.Plugin;
import inventory.api.plugin.PluginFile;
import inventory.api.plugin.Plugins;
import inventory.api.plugin.Removal;
import inventory.api.plugin.TestResult;
import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.api.resource.Provider;
import inventory.core.collect.ConnectionTests;
import inventory.core.collect.RunStore;
import inventory.core.collect.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The registry as people see it. Thread-safe. */
@Component
public final class PluginCatalog implements Plugins {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+:[A-Za-z0-9_-]+");

    private final PluginRegistry registry;
    private final RunStore store;
    private final Inventory inventory;
    private final ConnectionTests tests;

    @Activate
    public PluginCatalog(
            @Reference PluginRegistry registry,
            @Reference RunStore store,
            @Reference Inventory inventory,
            @Reference ConnectionTests tests) {
        this.registry = registry;
        this.store = store;
        this.inventory = inventory;
        this.tests = tests;
    }

    @Override
    public List<Plugin> list(Caller caller) {
        Map<String, Long> instances = store.providersByPlugin();
        List<Plugin> plugins = new ArrayList<>();
        for (PluginEntry entry : registry.entries()) {
            plugins.add(plugin(entry, instances.getOrDefault(entry.key(), 0L)));
        }
        return plugins;
    }

    @Override
    public Plugin get(Caller caller, String key) {
        PluginEntry entry = find(key);
        return plugin(entry, store.providersByPlugin().getOrDefault(key, 0L));
    }

    @Override
    public List<Plugin> refresh(Caller caller) {
        registry.refresh();
        return list(caller);
    }

    @Override
    public List<TestResult> test(Caller caller, String key) {
        PluginEntry entry = find(key);
        return tests.test(store.enabledProviders(caller, entry.vendor(), entry.providerType()));
    }

    @Override
    public TestResult testProvider(Caller caller, String providerId) {
        Provider provider = inventory.get(caller, Listings.PROVIDERS, providerId);
        Target target = store.target(provider.id())
                .orElseThrow(() -> new NotFoundException("There is no provider " + providerId + "."));
        return tests.test(List.of(target)).get(0);
    }

    @Override
    public Installation install(Caller caller, PluginFile file, boolean force) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Removal remove(Caller caller, String key, boolean force) {
        throw new UnsupportedOperationException();
    }

    private PluginEntry find(String key) {
        if (!KEY.matcher(key).matches()) {
            throw InvalidInputException.of("key", "Invalid key, expected the form vendor:provider_type.");
        }
        NavigableSet<String> keys = new TreeSet<>();
        registry.entries().forEach(entry -> keys.add(entry.key()));
        return registry.find(key)
                .or(() -> registry.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .findFirst())
                .orElseThrow(() -> new NotFoundException(
                        "There is no plugin for " + key + ". Available: " + String.join(", ", keys) + "."));
    }

    private Plugin plugin(PluginEntry entry, long instances) {
        Optional<Manifest> manifest = entry.manifest();
        String reason = entry.reason().isEmpty() ? shadow(entry) : entry.reason();
        PluginService service = entry.service();
        return new Plugin(
                entry.key(),
                entry.vendor(),
                entry.providerType(),
                entry.text("display_name").isEmpty() ? entry.key() : entry.text("display_name"),
                entry.text("component.name"),
                entry.texts("supported_resource_types"),
                instances,
                manifest.map(Manifest::version).orElse(""),
                manifest.map(Manifest::description).orElse(""),
                manifest.map(Manifest::infrastructure).orElse(""),
                manifest.map(Manifest::authors).orElse(List.of()),
                manifest.map(Manifest::license).orElse(List.of()),
                manifest.map(Manifest::connectionParameters).orElse(List.of()),
                service.dependencies(),
                reason.isEmpty() ? "active" : "failed",
                reason,
                service.bundle());
    }

    private String shadow(PluginEntry entry) {
        return registry.find(entry.key())
                .filter(used -> used != entry)
                .map(used -> "Another bundle's plugin is used for this key: "
                        + used.service().bundle())
                .orElse("");
    }
}
