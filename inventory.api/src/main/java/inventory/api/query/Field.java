package inventory.api.query;

import java.util.List;

/**
 * A field of a listing: what can be filtered by, and how.
 *
 * @param name as on the wire, such as {@code os_type}; paths are written with two underscores
 * @param kind decides which look-ups and values make sense
 * @param values the allowed ones of an {@link Kind#ENUM}; else empty
 * @param orderable whether lists can be ordered by it
 * @param searchable whether {@code search=} looks into it
 * @param description one sentence for the documentation
 */
public record Field(
        String name, Kind kind, List<String> values, boolean orderable, boolean searchable, String description) {
    /** What a field holds. */
    public enum Kind {
        TEXT,
        UUID,
        INTEGER,
        BOOLEAN,
        INSTANT,
        ENUM,
        /** A list of texts: matches if one element matches. */
        LIST,
        /** An object: filtered by {@code name.key=value}. */
        OBJECT
    }

    public Field {
        values = List.copyOf(values);
    }

    static Field of(String name, Kind kind, String description) {
        return new Field(name, kind, List.of(), false, false, description);
    }

    static Field oneOf(String name, List<String> values, String description) {
        return new Field(name, Kind.ENUM, values, false, false, description);
    }

    Field ordered() {
        return new Field(name, kind, values, true, searchable, description);
    }

    Field searched() {
        return new Field(name, kind, values, orderable, true, description);
    }
}
