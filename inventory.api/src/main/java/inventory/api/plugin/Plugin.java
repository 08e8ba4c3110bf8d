package inventory.api.plugin;

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
        String bundle) {}
