package inventory.core.registry;

import inventory.api.action.Action;
import inventory.api.action.Route;
import inventory.api.plugin.ConnectionParameter;
import java.util.List;

/**
 * What a plugin says about itself in {@code manifest.yml}.
 *
 * @param version {@code 0.0.0} if it names none
 * @param propertyDefinitions the keys of {@code properties} that its records carry
 */
public record Manifest(
        String vendor,
        String providerType,
        String version,
        String displayName,
        String description,
        String infrastructure,
        List<String> authors,
        List<String> license,
        List<String> supportedResourceTypes,
        List<ConnectionParameter> connectionParameters,
        List<Property> propertyDefinitions,
        List<Action> actions,
        List<Route> routes) {
    public Manifest {
        authors = List.copyOf(authors);
        license = List.copyOf(license);
        supportedResourceTypes = List.copyOf(supportedResourceTypes);
        connectionParameters = List.copyOf(connectionParameters);
        propertyDefinitions = List.copyOf(propertyDefinitions);
        actions = List.copyOf(actions);
        routes = List.copyOf(routes);
    }

    /** A documented key of {@code properties}. Empty texts mean: not said. */
    public record Property(
            String resourceType,
            String key,
            String name,
            String description,
            String valueType,
            boolean required,
            String example) {}

    /** @return {@code vendor:provider_type} */
    public String key() {
        return vendor + ":" + providerType;
    }
}
