package inventory.api.plugin;

import inventory.api.action.Action;
import inventory.api.action.Route;
import java.util.List;
import java.util.Map;

/**
 * A plugin as the registry knows it.
 *
 * @param key {@code vendor:provider_type}
 * @param classPath class of the provider service
 * @param configuredInstances provider records with this key, enabled or not
 * @param state {@code active}, or {@code failed} with a reason
 * @param reason why it failed; empty if it did not
 * @param bundle symbolic name of its bundle
 * @param dependencies the bundle's own, by sort: {@code packages} it imports, {@code embedded} libraries
 * @param actions what it can do to resources
 * @param routes words below its providers for resources and their actions
 */
public record Plugin(
        String key,
        String vendor,
        String providerType,
        String displayName,
        String classPath,
        List<String> supportedResourceTypes,
        long configuredInstances,
        String version,
        String description,
        String infrastructure,
        List<String> authors,
        List<String> license,
        List<ConnectionParameter> connectionParameters,
        Map<String, Object> dependencies,
        String state,
        String reason,
        String bundle,
        List<Action> actions,
        List<Route> routes) {
    public Plugin {
        actions = List.copyOf(actions);
        routes = List.copyOf(routes);
    }

    /** A plugin without actions. */
    public Plugin(
            String key,
            String vendor,
            String providerType,
            String displayName,
            String classPath,
            List<String> supportedResourceTypes,
            long configuredInstances,
            String version,
            String description,
            String infrastructure,
            List<String> authors,
            List<String> license,
            List<ConnectionParameter> connectionParameters,
            Map<String, Object> dependencies,
            String state,
            String reason,
            String bundle) {
        this(
                key,
                vendor,
                providerType,
                displayName,
                classPath,
                supportedResourceTypes,
                configuredInstances,
                version,
                description,
                infrastructure,
                authors,
                license,
                connectionParameters,
                dependencies,
                state,
                reason,
                bundle,
                List.of(),
                List.of());
    }
}
