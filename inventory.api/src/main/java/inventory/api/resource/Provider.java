package inventory.api.resource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One connection to one outside system.
 *
 * @param infrastructure slug of an {@code Infrastructure}
 * @param vendor first half of the plugin's key
 * @param providerType second half of the plugin's key
 * @param endpoint as typed; empty: the plugin's default
 * @param credentialRef name of the credentials in an external vault; reserved
 * @param connectionConfig without the secret values: a secret that is set reads {@value #HIDDEN}
 * @param organization id of the owner
 * @param lastRefreshAt end of the newest run that read something; absent before the first
 * @param lastCollectionStatus status slug of the newest run; absent before the first
 * @param collectionSchedule when it is collected by itself: an ISO 8601 duration ({@code PT15M}) or five cron fields in UTC
 *     ({@code 30 2 * * 1-5}); empty: never
 * @param nextCollectionAt when that is next; absent without a schedule and while it is disabled
 */
public record Provider(
        UUID id,
        String name,
        String infrastructure,
        String vendor,
        String providerType,
        String endpoint,
        String credentialRef,
        boolean enabled,
        Map<String, Object> connectionConfig,
        long organization,
        Instant created,
        Instant modified,
        Optional<Instant> lastRefreshAt,
        Optional<String> lastCollectionStatus,
        String collectionSchedule,
        Optional<Instant> nextCollectionAt) {
    /** Stands for a secret that is set. Written back unchanged, it keeps the secret. */
    public static final String HIDDEN = "********";

    /** A provider without a schedule. */
    public Provider(
            UUID id,
            String name,
            String infrastructure,
            String vendor,
            String providerType,
            String endpoint,
            String credentialRef,
            boolean enabled,
            Map<String, Object> connectionConfig,
            long organization,
            Instant created,
            Instant modified,
            Optional<Instant> lastRefreshAt,
            Optional<String> lastCollectionStatus) {
        this(
                id,
                name,
                infrastructure,
                vendor,
                providerType,
                endpoint,
                credentialRef,
                enabled,
                connectionConfig,
                organization,
                created,
                modified,
                lastRefreshAt,
                lastCollectionStatus,
                "",
                Optional.empty());
    }

    /** @return {@code vendor:provider_type}, the key of the plugin that reads it */
    public String pluginKey() {
        return vendor + ":" + providerType;
    }
}
