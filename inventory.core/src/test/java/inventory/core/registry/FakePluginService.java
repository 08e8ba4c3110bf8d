package inventory.core.registry;

import inventory.api.provider.BaseProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider service without a framework. */
public final class FakePluginService implements PluginService {
    private final long id;
    private final String vendor;
    private final String type;
    private final BaseProvider provider;
    public final AtomicInteger used = new AtomicInteger();
    public final AtomicInteger activations = new AtomicInteger();
    public int ranking;
    public boolean deployed;
    public String[] types = {"virtual_machine", "vpc"};
    public volatile Optional<String> manifest;

    public FakePluginService(long id, String vendor, String type, BaseProvider provider) {
        this.id = id;
        this.vendor = vendor;
        this.type = type;
        this.provider = provider;
        manifest = Optional.of(manifest(vendor, type, ""));
    }

    /** A manifest that fits these services; more lines may follow. */
    public static String manifest(String vendor, String type, String more) {
        return """
                name: %2$s
                version: 1.2.3
                display_name: Fake %1$s
                vendor: %1$s
                provider_type: %2$s
                infrastructure: private_cloud
                supported_resource_types: [vpc, virtual_machine]
                """.formatted(vendor, type) + more;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public int ranking() {
        return ranking;
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "vendor", vendor,
                "provider_type", type,
                "display_name", "Fake " + vendor,
                "supported_resource_types", types,
                "component.name", "fake.Provider");
    }

    @Override
    public String bundle() {
        return "fake.bundle" + id;
    }

    @Override
    public long bundleId() {
        return id;
    }

    @Override
    public boolean deployed() {
        return deployed;
    }

    @Override
    public Optional<String> manifest() {
        return manifest;
    }

    @Override
    public Map<String, Object> dependencies() {
        return Map.of();
    }

    @Override
    public Optional<BaseProvider> get() {
        used.incrementAndGet();
        activations.incrementAndGet();
        return Optional.of(provider);
    }

    @Override
    public void giveBack(BaseProvider given) {
        used.decrementAndGet();
    }
}
