package provider.acme;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import org.osgi.service.component.annotations.Component;
import provider.acme.client.WidgetClient;

/** {@code acme:widget}. What is said here must equal {@code manifest.yml}. */
@Component
@PluginDescription(
        vendor = "acme",
        provider__type = "widget",
        display__name = "Acme widget",
        supported__resource__types = "virtual_machine")
public final class WidgetProvider implements BaseProvider {
    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        WidgetClient client = new WidgetClient(context);
        client.page(1); // a wrong key is refused here
        return new WidgetConnection(client);
    }
}
