package inventory.core.registry;

import inventory.api.provider.BaseProvider;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;

/** Registries without Declarative Services. */
public final class RegistryFixture {
    private RegistryFixture() {}

    public static PluginRegistry registry(PluginService... services) {
        PluginRegistry registry = new PluginRegistry(null, PluginFilter.ALL);
        for (PluginService service : services) {
            registry.add(service);
        }
        return registry;
    }

    /** A registry that follows a framework; {@code barred:barred} may not be used. */
    public static PluginRegistry registry(BundleContext context) throws InvalidSyntaxException {
        PluginRegistry registry = new PluginRegistry(context, new PluginFilter(Set.of(), Set.of("barred:barred")));
        context.addServiceListener(
                event -> follow(registry, event), "(objectClass=" + BaseProvider.class.getName() + ")");
        return registry;
    }

    private static void follow(PluginRegistry registry, ServiceEvent event) {
        @SuppressWarnings("unchecked")
        ServiceReference<BaseProvider> reference = (ServiceReference<BaseProvider>) event.getServiceReference();
        if (event.getType() == ServiceEvent.REGISTERED) {
            registry.bindProvider(reference);
        } else if (event.getType() == ServiceEvent.UNREGISTERING) {
            registry.unbindProvider(reference);
        }
    }

    public static void remove(PluginRegistry registry, PluginService service) {
        registry.remove(service);
    }
}
