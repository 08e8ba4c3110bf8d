package inventory.api.taxonomy;

import java.util.Optional;
import java.util.UUID;

/**
 * What a resource is.
 *
 * @param category id of its category
 * @param isCountable whether instances are counted as things a company runs
 * @param longTermStrategicValue 1 (low) to 5 (high)
 * @param shortTermOpportunity 1 (low) to 5 (high)
 */
public record ResourceType(
        UUID id,
        UUID category,
        String categorySlug,
        String categoryName,
        String slug,
        String name,
        String description,
        boolean isCountable,
        Optional<Integer> longTermStrategicValue,
        Optional<Integer> shortTermOpportunity,
        int sortOrder) {}
