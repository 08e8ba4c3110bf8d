package inventory.core.action;

import inventory.api.query.Inventory;
import inventory.core.collect.Connections;
import inventory.core.collect.PluginThreads;
import inventory.core.identity.ConnectionConfigs;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * What every action of this node works with.
 *
 * @param limit longest action
 */
@Component(service = ActionServices.class, configurationPid = ActionConfig.PID)
@Designate(ocd = ActionConfig.class)
public record ActionServices(
        TaskStore store,
        Inventory inventory,
        Connections connections,
        ConnectionConfigs configs,
        PluginThreads threads,
        Duration limit,
        Clock clock) {
    @Activate
    public ActionServices(
            @Reference TaskStore store,
            @Reference Inventory inventory,
            @Reference Connections connections,
            @Reference ConnectionConfigs configs,
            @Reference PluginThreads threads,
            ActionConfig config) {
        this(
                store,
                inventory,
                connections,
                configs,
                threads,
                Duration.ofSeconds(config.deadline_s()),
                Clock.systemUTC());
    }
}
