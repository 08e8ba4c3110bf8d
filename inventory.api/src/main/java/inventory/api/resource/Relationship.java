package inventory.api.resource;

import java.util.Map;
import java.util.UUID;

/** A resolved edge between two resources. */
public record Relationship(
        UUID id,
        UUID source,
        String sourceName,
        UUID target,
        String targetName,
        String relationshipType,
        Map<String, Object> properties) {}
