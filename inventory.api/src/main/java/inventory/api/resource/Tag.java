package inventory.api.resource;

import java.util.UUID;

/** A word that people put on resources; unique over all its parts within the organization. */
public record Tag(UUID id, long organization, String namespace, String key, String value) {}
