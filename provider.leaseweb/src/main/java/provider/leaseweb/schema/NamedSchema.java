package provider.leaseweb.schema;

import inventory.api.InvalidInputException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A partition schema that is kept under a name.
 *
 * @param provider record that it belongs to
 * @param version grows with every change
 */
public record NamedSchema(
        UUID provider, String name, PartitionSchema schema, long version, Instant created, Instant modified) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws InvalidInputException the name is none */
    public static NamedSchema of(SchemaKey key, PartitionSchema schema, Instant now) {
        if (!NAME.matcher(key.name()).matches()) {
            throw InvalidInputException.of(
                    "name", "Must be 1 to 64 letters, digits, '.', '_' or '-', the first a letter or a digit.");
        }
        return new NamedSchema(key.provider(), key.name(), schema, 1, now, now);
    }

    /** With other partitions; the same if they are no others. */
    public NamedSchema with(PartitionSchema other, Instant now) {
        return other.equals(schema) ? this : new NamedSchema(provider, name, other, version + 1, created, now);
    }
}
