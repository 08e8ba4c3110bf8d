package inventory.core.registry;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.plugin.Plugin;
import inventory.api.plugin.Plugins;
import inventory.api.plugin.TestResult;
import inventory.core.collect.ConnectionTests;
import inventory.core.collect.RunStore;
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
    private final ConnectionTests tests;

    @Activate
    public PluginCatalog(
            @Reference PluginRegistry registry, @Reference RunStore store, @Reference ConnectionTests tests) {
        this.registry = registry;
        this.store = store;
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
