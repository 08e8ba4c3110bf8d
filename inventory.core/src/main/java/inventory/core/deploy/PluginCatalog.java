package inventory.core.deploy;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
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
import inventory.core.deploy.Deployments.Swap;
import inventory.core.registry.PluginEntry;
import inventory.core.registry.PluginRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plugins as people see and change them. Thread-safe. */
@Component
public final class PluginCatalog implements Plugins {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+:[A-Za-z0-9_-]+");

    private final PluginRegistry registry;
    private final Deployments deployments;
    private final PluginFolders folders;
    private final RunStore store;
    private final Inventory inventory;
    private final ConnectionTests tests;

    @Activate
    public PluginCatalog(
            @Reference PluginRegistry registry,
            @Reference Deployments deployments,
            @Reference PluginFolders folders,
            @Reference RunStore store,
            @Reference Inventory inventory,
            @Reference ConnectionTests tests) {
        this.registry = registry;
        this.deployments = deployments;
        this.folders = folders;
        this.store = store;
        this.inventory = inventory;
        this.tests = tests;
    }

    @Override
    public List<Plugin> list(Caller caller) {
        return new PluginList(registry, deployments, store.providersByPlugin()).all();
    }

    @Override
    public Plugin get(Caller caller, String key) {
        List<Plugin> all = list(caller);
        return all.stream()
                .filter(plugin -> plugin.key().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(key, all));
    }

    @Override
    public List<Plugin> refresh(Caller caller) {
        registry.refresh();
        try {
            folders.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folders of plugins", e);
        }
        return list(caller);
    }

    @Override
    public List<TestResult> test(Caller caller, String key) {
        Plugin plugin = get(caller, key);
        return tests.test(store.enabledProviders(caller, plugin.vendor(), plugin.providerType()));
    }

    @Override
    public TestResult testProvider(Caller caller, String providerId) {
        Provider provider = inventory.get(caller, Listings.PROVIDERS, providerId);
        Target target = store.target(provider.id())
                .orElseThrow(() -> new NotFoundException("There is no provider " + providerId + "."));
        return tests.test(List.of(target)).get(0);
    }

    @Override
    public Installation install(Caller caller, PluginFile file, boolean force) throws IOException {
        requireSuperuser(caller);
        List<Plugin> before = list(caller);
        Swap swap = deployments.install(file, force);
        String key = swap.fresh().keys().get(0);
        Plugin plugin = get(caller, key);
        Optional<Plugin> old = before.stream()
                .filter(any -> any.key().equals(key) && any.state().equals("active"))
                .findFirst();
        return new Installation(
                plugin,
                old.map(Plugin::version),
                DependencyFiles.outcome(swap.fresh().content().dependencies()),
                warnings(swap, old));
    }

    private static List<String> warnings(Swap swap, Optional<Plugin> old) {
        List<String> warnings = new ArrayList<>();
        for (Deployment replaced : swap.replaced()) {
            if (!replaced.origin().equals(swap.fresh().origin())) {
                warnings.add(replaced.origin() + " was deleted, since it has the same key.");
            }
            List<String> lost = new ArrayList<>(replaced.keys());
            lost.removeAll(swap.fresh().keys());
            if (!lost.isEmpty()) {
                warnings.add("These plugins went with what was replaced: " + String.join(", ", lost) + ".");
            }
        }
        if (old.isPresent() && swap.replaced().isEmpty()) {
            warnings.add("The product's own " + old.get().key() + " is used again when this one is removed.");
        }
        return warnings;
    }

    @Override
    public Removal remove(Caller caller, String key, boolean force) {
        requireSuperuser(caller);
        Plugin plugin = get(caller, key);
        Optional<Deployment> deployed = deployments.active().stream()
                .filter(deployment -> deployment.keys().contains(key))
                .findFirst();
        Collection<String> keys = deployed.map(Deployment::keys).orElse(List.of(key));
        Map<String, Long> counts = store.providersByPlugin();
        long instances =
                keys.stream().mapToLong(any -> counts.getOrDefault(any, 0L)).sum();
        if (instances > 0 && !force) {
            throw ConflictException.inUse(
                    instances + " provider(s) use the plugin " + String.join(", ", keys)
                            + ". Delete them first, or remove it with force=true: they stay and cannot be collected.",
                    instances);
        }
        boolean files = removeFiles(plugin, deployed);
        return new Removal(key, files, registry.find(key).isPresent() ? 0 : instances);
    }

    /** @return false if it is the product's own */
    private boolean removeFiles(Plugin plugin, Optional<Deployment> deployed) {
        Optional<Origin> origin = deployed.map(Deployment::origin)
                .or(() -> deployments.failures().stream()
                        .filter(failure -> failure.key().equals(plugin.key()))
                        .map(Failure::origin)
                        .findFirst());
        if (origin.isEmpty()) {
            registry.find(plugin.key()).map(PluginEntry::service).ifPresent(own -> registry.hide(own.bundleId()));
            return false;
        }
        try {
            return deployments.remove(origin.get());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + origin.get().path(), e);
        }
    }

    private static void requireSuperuser(Caller caller) {
        if (!caller.superuser()) {
            throw new ForbiddenException("Only superusers install and remove plugins: they are code.");
        }
    }

    private static RuntimeException unknown(String key, List<Plugin> all) {
        if (!KEY.matcher(key).matches()) {
            return InvalidInputException.of("key", "Invalid key, expected the form vendor:provider_type.");
        }
        TreeSet<String> keys = new TreeSet<>();
        all.forEach(plugin -> keys.add(plugin.key()));
        return new NotFoundException("There is no plugin for " + key + ". Available: " + String.join(", ", keys) + ".");
    }
}
