package inventory.core.action;

import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.action.Action;
import inventory.api.action.ActionOrder;
import inventory.api.action.ActionParameter;
import inventory.api.action.Actions;
import inventory.api.action.Task;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.api.resource.Provider;
import inventory.api.resource.Resource;
import inventory.core.identity.ConnectionConfigs;
import inventory.core.registry.ActionRules;
import inventory.core.registry.PluginEntry;
import inventory.core.registry.PluginRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks what people want done to resources, and has tasks made of it. */
@Component
public final class StoredActions implements Actions {
    private final Inventory inventory;
    private final PluginRegistry registry;
    private final ConnectionConfigs configs;
    private final Tasks tasks;

    @Activate
    public StoredActions(
            @Reference Inventory inventory,
            @Reference PluginRegistry registry,
            @Reference ConnectionConfigs configs,
            @Reference Tasks tasks) {
        this.inventory = inventory;
        this.registry = registry;
        this.configs = configs;
        this.tasks = tasks;
    }

    @Override
    public List<Action> of(Caller caller, String resourceId) {
        Resource resource = inventory.get(caller, Listings.RESOURCES, resourceId);
        return of(resource, provider(caller, resource));
    }

    @Override
    public Task start(Caller caller, String resourceId, ActionOrder order) {
        Resource resource = inventory.get(caller, Listings.RESOURCES, resourceId);
        Provider provider = provider(caller, resource);
        Action action = action(order.action(), of(resource, provider));
        if (!caller.writes(provider.organization())) {
            tasks.refused(new NewTask(caller, resource, order, Map.of(), ""));
            throw forbidden(provider);
        }
        if (order.dryRun() && !action.dryRun()) {
            throw InvalidInputException.of(
                    "dry_run", "The action " + action.name() + " cannot say beforehand what would happen.");
        }
        return tasks.request(task(caller, resource, order, action));
    }

    @Override
    public Task cancel(Caller caller, String taskId) {
        Task task = inventory.get(caller, Listings.TASKS, taskId);
        Provider provider =
                inventory.get(caller, Listings.PROVIDERS, task.provider().toString());
        if (!caller.writes(provider.organization())) {
            throw forbidden(provider);
        }
        return tasks.cancel(task.id(), caller.username());
    }

    private NewTask task(Caller caller, Resource resource, ActionOrder order, Action action) {
        Map<String, Object> shown = new LinkedHashMap<>(ActionRules.checked(action, order.parameters()));
        Map<String, Object> secrets = new LinkedHashMap<>();
        action.parameters().stream()
                .filter(ActionParameter::secret)
                .map(ActionParameter::name)
                .filter(shown::containsKey)
                .forEach(name -> secrets.put(name, shown.put(name, Task.HIDDEN)));
        return new NewTask(caller, resource, order, shown, secrets.isEmpty() ? "" : configs.seal(secrets));
    }

    private Provider provider(Caller caller, Resource resource) {
        return inventory.get(caller, Listings.PROVIDERS, resource.provider().toString());
    }

    private List<Action> of(Resource resource, Provider provider) {
        return registry.find(provider.pluginKey()).flatMap(PluginEntry::manifest).stream()
                .flatMap(manifest -> manifest.actions().stream())
                .filter(action -> action.resourceTypes().contains(resource.resourceTypeSlug()))
                .toList();
    }

    private static Action action(String name, List<Action> known) {
        return known.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("The resource has no such action. "
                        + (known.isEmpty()
                                ? "It has none."
                                : "Known: " + known.stream().map(Action::name).collect(Collectors.joining(", "))
                                        + ".")));
    }

    private static ForbiddenException forbidden(Provider provider) {
        return new ForbiddenException(
                "Only admins of organization " + provider.organization() + " may run actions on its resources.");
    }
}
