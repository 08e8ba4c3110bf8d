package inventory.api.taxonomy;

import java.util.UUID;

/**
 * A shelf of the taxonomy.
 *
 * @param resourceTypeCount number of types on it, zero or more
 */
public record ResourceCategory(
        UUID id, String slug, String name, String description, int sortOrder, long resourceTypeCount) {}
