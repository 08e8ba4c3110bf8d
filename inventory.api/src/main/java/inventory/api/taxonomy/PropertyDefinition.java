package inventory.api.taxonomy;

import java.util.UUID;

/**
 * A documented key of {@code properties}.
 *
 * @param valueType {@code string}, {@code integer}, {@code float}, {@code boolean}, {@code datetime} or {@code json}
 * @param vendorScope the vendor that writes it; empty: any
 */
public record PropertyDefinition(
        UUID id,
        UUID resourceType,
        String resourceTypeSlug,
        String key,
        String name,
        String description,
        String valueType,
        boolean required,
        String exampleValue,
        String vendorScope) {}
