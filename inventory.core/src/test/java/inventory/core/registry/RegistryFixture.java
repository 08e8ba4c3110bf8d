package inventory.core.registry;

/** Registries without a framework. */
public final class RegistryFixture {
    private RegistryFixture() {}

    public static PluginRegistry registry(PluginService... services) {
        PluginRegistry registry = new PluginRegistry(null, PluginFilter.ALL);
        for (PluginService service : services) {
            registry.add(service);
        }
        return registry;
    }

    public static void remove(PluginRegistry registry, PluginService service) {
        registry.remove(service);
    }
}
