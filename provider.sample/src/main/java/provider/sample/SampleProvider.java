package provider.sample;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import org.osgi.service.component.annotations.Component;

/** {@code sample:generator}: an estate that is computed, not read. It needs no credentials and calls nobody. */
@Component
@PluginDescription(
        vendor = "sample",
        provider__type = "generator",
        display__name = "Generated estate",
        supported__resource__types = {
            "block_storage",
            "hypervisor_host",
            "load_balancer",
            "relational_db",
            "subnet",
            "virtual_machine"
        })
public final class SampleProvider implements BaseProvider {
    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException {
        return new SampleConnection(Settings.of(context.credential().extra()), context);
    }
}
