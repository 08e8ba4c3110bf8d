package inventory.core.collect;

import java.util.UUID;

/**
 * The provider record that is read.
 *
 * @param sealedConfig its connection config as stored
 */
public record Target(
        UUID id,
        String name,
        String vendor,
        String providerType,
        String endpoint,
        String sealedConfig,
        long organization) {
    /** @return {@code vendor:provider_type} */
    public String pluginKey() {
        return vendor + ":" + providerType;
    }
}
