package inventory.core.identity;

import java.util.Map;

/**
 * Connection configs between the three forms they have: sealed (what the database holds), open (for the plugin only) and hidden (for
 * every answer). Thread-safe.
 */
public interface ConnectionConfigs {
    /** @return the cipher text of the whole config, for the database */
    String seal(Map<String, Object> config);

    /**
     * The values in clear. Never put into an answer, a log or an error.
     *
     * @throws IllegalStateException the key that sealed it is not here; the message names the key id and its file
     */
    Map<String, Object> open(String sealed);

    /**
     * The config as answers show it: secrets that are set read {@code Provider.HIDDEN}. Which keys are secret says {@link
     * SecretKeys}.
     *
     * @return never fails: a config that cannot be opened shows as empty
     */
    Map<String, Object> hidden(String vendor, String providerType, String sealed);
}
