package inventory.core.store.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of SQL with the values of its markers, in order.
 *
 * @param text never holds a value that somebody typed, except as a quoted name
 */
public record Sql(String text, List<Object> values) {
    public Sql {
        values = List.copyOf(values);
    }

    public static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /** All of them, with this word between; empty if there are none. */
    public static Sql join(String between, Collection<Sql> parts) {
        List<Object> values = new ArrayList<>();
        parts.forEach(part -> values.addAll(part.values));
        return new Sql(parts.stream().map(Sql::text).collect(Collectors.joining(between)), values);
    }

    /** This, then that. */
    public Sql then(Sql next) {
        return join("", List.of(this, next));
    }

    /** This, then that. */
    public Sql then(String next, Object... nextValues) {
        return then(of(next, nextValues));
    }

    /** This between two texts. */
    public Sql in(String before, String after) {
        return new Sql(before + text + after, values);
    }
}
