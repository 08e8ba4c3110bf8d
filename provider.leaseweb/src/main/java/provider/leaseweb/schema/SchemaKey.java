package provider.leaseweb.schema;

import java.util.UUID;

/**
 * What a partition schema is found by.
 *
 * @param provider record that it belongs to
 * @param name unique within the record
 */
public record SchemaKey(UUID provider, String name) {}
