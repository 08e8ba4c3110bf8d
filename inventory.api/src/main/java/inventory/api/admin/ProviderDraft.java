package inventory.api.admin;

import java.util.Map;
import java.util.Optional;

/**
 * What a caller wants a provider to be. An absent field means: the default when creating, unchanged when changing.
 *
 * @param connectionConfig replaces the whole config; a secret written as {@code Provider.HIDDEN} keeps its stored value
 * @param organization id of the owner
 * @param collectionSchedule as in {@code Provider}; empty: never by itself
 */
public record ProviderDraft(
        Optional<String> name,
        Optional<String> infrastructure,
        Optional<String> vendor,
        Optional<String> providerType,
        Optional<String> endpoint,
        Optional<String> credentialRef,
        Optional<Boolean> enabled,
        Optional<Map<String, Object>> connectionConfig,
        Optional<Long> organization,
        Optional<String> collectionSchedule) {
    /** A draft that says nothing of a schedule. */
    public ProviderDraft(
            Optional<String> name,
            Optional<String> infrastructure,
            Optional<String> vendor,
            Optional<String> providerType,
            Optional<String> endpoint,
            Optional<String> credentialRef,
            Optional<Boolean> enabled,
            Optional<Map<String, Object>> connectionConfig,
            Optional<Long> organization) {
        this(
                name,
                infrastructure,
                vendor,
                providerType,
                endpoint,
                credentialRef,
                enabled,
                connectionConfig,
                organization,
                Optional.empty());
    }
}
