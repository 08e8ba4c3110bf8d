package inventory.rest;

import inventory.api.action.Actions;
import inventory.api.admin.People;
import inventory.api.admin.Providers;
import inventory.api.admin.Tags;
import inventory.api.identity.Authentication;
import inventory.api.plugin.Plugins;
import inventory.api.query.Inventory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services of the core that REST calls: all of them are here, or none. */
@Component(service = Core.class)
public record Core(
        Authentication authentication,
        Inventory inventory,
        Providers providers,
        Plugins plugins,
        People people,
        Tags tags,
        Actions actions) {
    @Activate
    public Core(
            @Reference Authentication authentication,
            @Reference Inventory inventory,
            @Reference Providers providers,
            @Reference Plugins plugins,
            @Reference People people,
            @Reference Tags tags,
            @Reference Actions actions) {
        this.authentication = authentication;
        this.inventory = inventory;
        this.providers = providers;
        this.plugins = plugins;
        this.people = people;
        this.tags = tags;
        this.actions = actions;
    }
}
