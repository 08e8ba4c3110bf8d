package inventory.core.deploy;

import inventory.api.plugin.Plugin;
import inventory.core.registry.Manifest;
import inventory.core.registry.PluginEntry;
import inventory.core.registry.PluginRegistry;
import inventory.core.registry.PluginService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is here, what failed, and what stands still. */
final class PluginList {
    private static final String ACTIVE = "active";
    private static final String FAILED = "failed";

    private final PluginRegistry registry;
    private final Deployments deployments;
    private final Map<String, Long> instances;

    /** @param instances number of provider records by key */
    PluginList(PluginRegistry registry, Deployments deployments, Map<String, Long> instances) {
        this.registry = registry;
        this.deployments = deployments;
        this.instances = instances;
    }

    /** @return by key, of several with one key the one in use first */
    List<Plugin> all() {
        List<Plugin> plugins = new ArrayList<>();
        registry.entries().stream().filter(entry -> !isReplaced(entry)).forEach(entry -> plugins.add(plugin(entry)));
        deployments.active().forEach(deployment -> plugins.addAll(stopped(deployment)));
        deployments.failures().forEach(failure -> plugins.add(failed(failure)));
        plugins.sort(Comparator.comparing(Plugin::key).thenComparing(Plugin::state));
        return List.copyOf(plugins);
    }

    /** The product's own, of which another version was deployed. */
    private boolean isReplaced(PluginEntry entry) {
        return !entry.service().deployed()
                && registry.find(entry.key())
                        .filter(used -> used.service().deployed())
                        .isPresent();
    }

    private Plugin plugin(PluginEntry entry) {
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
                instances.getOrDefault(entry.key(), 0L),
                manifest.map(Manifest::version).orElse(""),
                manifest.map(Manifest::description).orElse(""),
                manifest.map(Manifest::infrastructure).orElse(""),
                manifest.map(Manifest::authors).orElse(List.of()),
                manifest.map(Manifest::license).orElse(List.of()),
                manifest.map(Manifest::connectionParameters).orElse(List.of()),
                dependencies(service),
                reason.isEmpty() ? ACTIVE : FAILED,
                reason,
                service.bundle(),
                manifest.map(Manifest::actions).orElse(List.of()),
                manifest.map(Manifest::routes).orElse(List.of()));
    }

    private String shadow(PluginEntry entry) {
        return registry.find(entry.key())
                .filter(used -> used != entry)
                .map(used -> "Another bundle's plugin is used for this key: "
                        + used.service().bundle())
                .orElse("");
    }

    private Map<String, Object> dependencies(PluginService service) {
        Map<String, Object> all = new LinkedHashMap<>(service.dependencies());
        deployments.active().stream()
                .filter(deployment -> deployment.bundleIds().contains(service.bundleId()))
                .forEach(deployment -> all.putAll(deployment.content().dependencies()));
        return all;
    }

    /** What somebody stopped by other means. */
    private List<Plugin> stopped(Deployment deployment) {
        List<String> offered = registry.of(deployment.bundleIds()).stream()
                .map(PluginEntry::key)
                .toList();
        return deployment.content().manifests().stream()
                .filter(manifest -> !offered.contains(manifest.key()))
                .map(manifest -> failed(Failure.of(
                        deployment.origin(),
                        Optional.of(deployment.content()),
                        "It offers no service now: its bundle was stopped, or waits for another service.")))
                .toList();
    }

    private Plugin failed(Failure failure) {
        Optional<Manifest> manifest = failure.manifest();
        return new Plugin(
                failure.key(),
                manifest.map(Manifest::vendor).orElse(""),
                manifest.map(Manifest::providerType).orElse(""),
                manifest.map(Manifest::displayName).orElse(failure.key()),
                "",
                manifest.map(Manifest::supportedResourceTypes).orElse(List.of()),
                instances.getOrDefault(failure.key(), 0L),
                manifest.map(Manifest::version).orElse(""),
                manifest.map(Manifest::description).orElse(""),
                manifest.map(Manifest::infrastructure).orElse(""),
                manifest.map(Manifest::authors).orElse(List.of()),
                manifest.map(Manifest::license).orElse(List.of()),
                manifest.map(Manifest::connectionParameters).orElse(List.of()),
                Map.of(),
                FAILED,
                failure.reason(),
                failure.bundles(),
                manifest.map(Manifest::actions).orElse(List.of()),
                manifest.map(Manifest::routes).orElse(List.of()));
    }
}
