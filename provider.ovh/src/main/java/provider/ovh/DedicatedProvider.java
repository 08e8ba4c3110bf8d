package provider.ovh;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import org.osgi.service.component.annotations.Component;
import provider.ovh.client.AnswerCache;

/**
 * {@code ovh:dedicated}. What is said here must equal {@code manifest.yml}. Immediate, because a delayed one, and what it keeps, goes as soon as no
 * run uses it.
 */
@Component(immediate = true)
@PluginDescription(
        vendor = "ovh",
        provider__type = "dedicated",
        display__name = "OVHcloud dedicated servers",
        supported__resource__types = {"bare_metal", "vlan_segment"})
public final class DedicatedProvider implements BaseProvider {
    private final AnswerCache cache = new AnswerCache();

    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        return DedicatedConnection.open(OvhSettings.access(context), context, cache);
    }
}
