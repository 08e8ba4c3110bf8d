package inventory.core.identity;

import inventory.api.resource.Provider;
import inventory.core.store.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connection configs, sealed as a whole: nothing of them is readable in the database. */
@Component
public final class SealedConfigs implements ConnectionConfigs {
    private static final Logger LOG = LoggerFactory.getLogger(SealedConfigs.class);

    private final SecretCipher cipher;
    private final SecretKeys secretKeys;

    @Activate
    public SealedConfigs(@Reference SecretCipher cipher, @Reference SecretKeys secretKeys) {
        this.cipher = cipher;
        this.secretKeys = secretKeys;
    }

    @Override
    public String seal(Map<String, Object> config) {
        return cipher.seal(Json.write(config));
    }

    @Override
    public Map<String, Object> open(String sealed) {
        return Json.object(cipher.open(sealed));
    }

    @Override
    public Map<String, Object> hidden(String vendor, String providerType, String sealed) {
        Map<String, Object> config;
        try {
            config = open(sealed);
        } catch (IllegalStateException e) {
            LOG.warn("A connection config of {}:{} cannot be shown: {}", vendor, providerType, e.getMessage());
            return Map.of();
        }
        Set<String> secret = secretKeys.among(vendor + ":" + providerType, config.keySet());
        Map<String, Object> hidden = new LinkedHashMap<>(config);
        secret.forEach(key -> hidden.computeIfPresent(key, (name, value) -> "".equals(value) ? "" : Provider.HIDDEN));
        return hidden;
    }
}
