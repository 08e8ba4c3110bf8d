package inventory.api.query;

import java.util.List;
import java.util.Optional;

/**
 * Something that can be listed: its rows, its fields, its order. The instances stand in {@link Listings}; faces make their
 * parameters and their documentation from them, the store its SQL.
 *
 * @param name as in the path, such as {@code collection-runs}
 * @param rowType what a row is
 * @param fields all that can be filtered by
 * @param shorthands parameters that stand for look-ups
 * @param defaultOrder field names, with {@code -} for descending
 */
public record Listing<T>(
        String name, Class<T> rowType, List<Field> fields, List<Shorthand> shorthands, List<String> defaultOrder) {
    public Listing {
        fields = List.copyOf(fields);
        shorthands = List.copyOf(shorthands);
        defaultOrder = List.copyOf(defaultOrder);
    }

    /** @return the field with this name; empty if there is none */
    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }
}
