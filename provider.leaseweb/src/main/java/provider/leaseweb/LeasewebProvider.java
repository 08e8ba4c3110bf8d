package provider.leaseweb;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import org.osgi.service.component.annotations.Component;

/** {@code leaseweb:baremetal}. What is said here must equal {@code manifest.yml}. */
@Component
@PluginDescription(
        vendor = "leaseweb",
        provider__type = "baremetal",
        display__name = "LeaseWeb dedicated servers",
        supported__resource__types = {"bare_metal", "vlan_segment"})
public final class LeasewebProvider implements BaseProvider {
    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        return LeasewebConnection.open(LeasewebSettings.of(context), context);
    }
}
