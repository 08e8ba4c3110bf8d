package inventory.core.shell;

import inventory.api.action.Actions;
import inventory.api.admin.Providers;
import inventory.api.plugin.Plugins;
import inventory.api.query.Inventory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the commands call. */
@Component(service = Services.class)
public record Services(Inventory inventory, Providers providers, Plugins plugins, Actions actions) {
    @Activate
    public Services(
            @Reference Inventory inventory,
            @Reference Providers providers,
            @Reference Plugins plugins,
            @Reference Actions actions) {
        this.inventory = inventory;
        this.providers = providers;
        this.plugins = plugins;
        this.actions = actions;
    }
}
