package inventory.api.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of one thing now (or, if it is gone, was known last). The observed fields are those of {@link ResourceData}.
 *
 * @param resourceTypeName {@code Category → Type}
 * @param providerName {@code name (vendor)}
 * @param state slug of a {@code ResourceState}; {@code decommissioned} once it is gone
 * @param firstDiscoveredAt when it was first seen
 * @param lastSeenAt when it was last seen; follows from the readings of its scope
 * @param seenCount in how many readings it was seen; follows from the readings of its scope
 * @param deletedAt when it was found to be gone; absent while it is there
 */
public record Resource(
        UUID id,
        UUID resourceType,
        String resourceTypeSlug,
        String resourceTypeName,
        UUID provider,
        String providerName,
        String name,
        String description,
        String emsRef,
        String canonicalId,
        Map<String, Object> vendorIdentifiers,
        String vendorType,
        String state,
        String powerState,
        Optional<Instant> bootTime,
        String region,
        String availabilityZone,
        String cloudTenant,
        String flavor,
        Optional<Instant> emsCreatedOn,
        Optional<Integer> cpuCount,
        Optional<Long> memoryMb,
        Optional<Long> diskGb,
        List<String> ipAddresses,
        String fqdn,
        List<String> macAddresses,
        String osType,
        String osName,
        Map<String, Object> properties,
        Map<String, Object> providerTags,
        String ansibleHost,
        String ansibleConnection,
        String inventoryGroup,
        long organization,
        Instant firstDiscoveredAt,
        Instant lastSeenAt,
        long seenCount,
        Optional<Instant> deletedAt,
        boolean isDeleted) {}
