package inventory.core.identity;

import java.util.Set;

/** Says which keys of a connection config are secret. Implemented by the plugin registry, from the manifests. */
public interface SecretKeys {
    /**
     * Asked for every key of a config; answers at once, from memory.
     *
     * @param pluginKey {@code vendor:provider_type}; there may be no such plugin
     * @return the keys among these that are secret: those the manifest names, and in any case those whose name sounds like a secret
     */
    Set<String> among(String pluginKey, Set<String> keys);
}
