package inventory.core.deploy.widget;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** What the bundles of the tests hold. Registers itself under the keys that the bundle's header lists. */
public final class WidgetProvider implements BaseProvider, BundleActivator {
    @Override
    public void start(BundleContext context) {
        Dictionary<String, String> headers = context.getBundle().getHeaders("");
        if (headers.get("Fails") != null) {
            throw new IllegalStateException(headers.get("Fails"));
        }
        for (String key : headers.get("Offers").split(",", -1)) {
            if (key.isEmpty()) {
                continue;
            }
            String[] halves = key.split(":", 2);
            Map<String, Object> properties = Map.of(
                    "vendor",
                    halves[0],
                    "provider_type",
                    halves[1],
                    "display_name",
                    key,
                    "supported_resource_types",
                    new String[] {"virtual_machine"});
            context.registerService(BaseProvider.class, this, FrameworkUtil.asDictionary(properties));
        }
    }

    @Override
    public void stop(BundleContext context) {
        // Its services go with the bundle.
    }

    @Override
    public ProviderConnection connect(ProviderContext context) {
        return new ProviderConnection() {
            @Override
            public List<Scope> scopes() {
                return List.of();
            }

            @Override
            public void collect(Scope scope, ResourceSink sink) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }
}
