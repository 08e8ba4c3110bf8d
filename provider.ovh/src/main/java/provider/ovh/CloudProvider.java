package provider.ovh;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import org.osgi.service.component.annotations.Component;
import provider.ovh.client.OvhClient;

/** {@code ovh:cloud}. What is said here must equal {@code manifest.yml}. */
@Component
@PluginDescription(
        vendor = "ovh",
        provider__type = "cloud",
        display__name = "OVHcloud Public Cloud",
        supported__resource__types = {"block_storage", "virtual_machine", "vlan_segment"})
public final class CloudProvider implements BaseProvider {
    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        return CloudConnection.open(new OvhClient(OvhSettings.access(context), context), context);
    }
}
