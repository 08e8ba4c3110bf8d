package inventory.core.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One provider service with its manifest, which is read when first asked for. Thread-safe. */
public final class PluginEntry {
    private final PluginService service;
    private final LeaseBook book = new LeaseBook();
    private Description description;

    private record Description(Optional<Manifest> manifest, String reason) {}

    PluginEntry(PluginService service) {
        this.service = service;
    }

    /** @return {@code vendor:provider_type} of the service's properties */
    public String key() {
        return vendor() + ":" + providerType();
    }

    public String vendor() {
        return text("vendor");
    }

    public String providerType() {
        return text("provider_type");
    }

    public PluginService service() {
        return service;
    }

    /** @return the manifest; empty if the plugin cannot be used because of it */
    public Optional<Manifest> manifest() {
        return description().manifest;
    }

    /** @return why the plugin cannot be used; empty if it can */
    public String reason() {
        return description().reason;
    }

    /** The manifest is read again when next asked for. */
    synchronized void refresh() {
        description = null;
    }

    /** @return the service in use; empty if it cannot be used, is retired or went away */
    public Optional<PluginLease> lease() {
        Optional<Manifest> manifest = manifest();
        if (manifest.isEmpty() || !book.enter()) {
            return Optional.empty();
        }
        Optional<PluginLease> lease = Optional.empty();
        try {
            lease = service.get().map(provider -> new PluginLease(service, provider, manifest.get(), book));
            return lease;
        } finally {
            if (lease.isEmpty()) {
                book.leave();
            }
        }
    }

    /** Lets nobody new use the plugin, and runs {@code idle} when the last one has left. */
    void retire(Runnable idle) {
        book.retire(idle);
    }

    boolean retired() {
        return book.retired();
    }

    /** @return the collection runs that use the plugin */
    public Set<UUID> runs() {
        return book.runs();
    }

    /** @return the tasks that use the plugin */
    public Set<UUID> tasks() {
        return book.tasks();
    }

    public String text(String property) {
        return service.properties().get(property) instanceof String text ? text : "";
    }

    public List<String> texts(String property) {
        Object value = service.properties().get(property);
        return value instanceof String[] texts
                ? List.of(texts)
                : value instanceof String text ? List.of(text) : List.of();
    }

    private synchronized Description description() {
        if (description == null) {
            description = describe();
        }
        return description;
    }

    private Description describe() {
        if (vendor().isEmpty() || providerType().isEmpty()) {
            return failed("The service carries no vendor or no provider_type");
        }
        try {
            Optional<String> text = service.manifest();
            if (text.isEmpty()) {
                return failed("The bundle has no manifest.yml at its root");
            }
            List<Manifest> manifests = ManifestReader.read(text.get());
            Optional<Manifest> own = manifests.stream()
                    .filter(manifest -> manifest.key().equals(key()))
                    .findFirst();
            if (own.isEmpty()) {
                return failed("manifest.yml describes "
                        + manifests.stream().map(Manifest::key).toList() + ", the service is " + key());
            }
            return compare(own.get());
        } catch (ManifestException | RuntimeException e) {
            return failed(e.getMessage());
        }
    }

    private Description compare(Manifest manifest) {
        List<String> differences = new ArrayList<>();
        if (!new TreeSet<>(manifest.supportedResourceTypes())
                .equals(new TreeSet<>(texts("supported_resource_types")))) {
            differences.add("supported_resource_types");
        }
        if (!manifest.displayName().equals(text("display_name"))) {
            differences.add("display_name");
        }
        return differences.isEmpty()
                ? new Description(Optional.of(manifest), "")
                : failed("manifest.yml and the service's properties differ in " + String.join(", ", differences));
    }

    private static Description failed(String reason) {
        return new Description(Optional.empty(), reason);
    }
}
