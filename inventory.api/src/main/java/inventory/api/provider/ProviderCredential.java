package inventory.api.provider;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a provider record says about getting in. {@code toString} shows no secret.
 *
 * @param username from {@code connection_config.username}; empty if not given
 * @param password from {@code connection_config.password}; empty if not given
 * @param hostname host of the record's endpoint, which may be a bare host, {@code host:port} or a URL; empty if it has none
 * @param port {@code connection_config.port}, else the port in the endpoint, else 443; 1 to 65535
 * @param extra all other keys of {@code connection_config}, validated against the plugin's manifest: strings, longs, booleans,
 *     lists and maps
 */
public record ProviderCredential(
        String username, String password, String hostname, int port, Map<String, Object> extra) {

    public ProviderCredential {
        Objects.requireNonNull(username);
        Objects.requireNonNull(password);
        Objects.requireNonNull(hostname);
        extra = Map.copyOf(extra);
    }

    /** @return the text under this key of {@link #extra}; empty if it is absent, blank or no text */
    public Optional<String> text(String key) {
        return extra.get(key) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ProviderCredential[hostname=" + hostname + ", port=" + port + ", username=" + mask(username)
                + ", password=" + mask(password) + ", extra=" + extra.keySet() + "]";
    }

    private static String mask(String secret) {
        return secret.isEmpty() ? "" : "***";
    }
}
