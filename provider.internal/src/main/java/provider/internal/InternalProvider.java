package provider.internal;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import provider.internal.store.MachineStore;

/** {@code internal:internal}: states the machines that people keep by hand. */
@Component(service = BaseProvider.class)
@PluginDescription(
        vendor = "internal",
        provider__type = "internal",
        display__name = "Internal machines",
        supported__resource__types = {"bare_metal", "container", "virtual_machine"})
public final class InternalProvider implements BaseProvider {
    private final MachineStore store;

    @Activate
    public InternalProvider(@Reference MachineStore store) {
        this.store = store;
    }

    @Override
    public ProviderConnection connect(ProviderContext context) {
        return new InternalConnection(store, context);
    }
}
