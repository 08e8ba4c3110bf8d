package provider.leaseweb;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import provider.leaseweb.store.SchemaStore;

/** {@code leaseweb:baremetal}. What is said here must equal {@code manifest.yml}. */
@Component(service = BaseProvider.class)
@PluginDescription(
        vendor = "leaseweb",
        provider__type = "baremetal",
        display__name = "LeaseWeb dedicated servers",
        supported__resource__types = {"bare_metal", "vlan_segment"})
public final class LeasewebProvider implements BaseProvider {
    private final SchemaStore schemas;

    @Activate
    public LeasewebProvider(@Reference SchemaStore schemas) {
        this.schemas = schemas;
    }

    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        return LeasewebConnection.open(
                LeasewebSettings.of(context), context, new KeptSchemas(schemas, context.providerId()));
    }
}
