package inventory.api.query;

/**
 * A parameter with a name of its own for a look-up on a field, such as {@code seen_count_min} for {@code seen_count__gte}.
 *
 * @param name the parameter
 * @param field name of the field
 * @param lookup such as {@code gte}
 */
public record Shorthand(String name, String field, String lookup) {}
