package inventory.api.resource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A change that a run found.
 *
 * @param driftType {@code modified}, {@code deleted} or {@code restored}
 * @param previousCollectionRun the newest completed run of the provider before this one
 * @param changes modified: field → {from, to}; deleted: the last values; restored: the values now
 */
public record Drift(
        UUID id,
        UUID resource,
        String resourceName,
        String resourceTypeSlug,
        String providerName,
        UUID collectionRun,
        Instant collectionRunStartedAt,
        Optional<UUID> previousCollectionRun,
        Optional<Instant> previousCollectionRunStartedAt,
        String driftType,
        Instant detectedAt,
        Map<String, Object> changes) {}
