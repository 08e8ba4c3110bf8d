package inventory.core.query;

import inventory.api.query.Field;
import java.util.List;

/**
 * One thing that must hold of a row.
 *
 * @param key which member of an object; empty for all other fields
 * @param values one; of {@code in} one or more; of {@code isnull} a boolean. Their Java type follows from the field's kind: text,
 *     {@code UUID}, {@code Long}, {@code Boolean}, {@code Instant}; members of an object are a text or a {@code BigDecimal}
 * @param negated whether it must not hold instead
 */
public record Condition(Field field, String key, Lookup lookup, List<Object> values, boolean negated) {
    public Condition {
        values = List.copyOf(values);
    }

    /** @return the only value */
    public Object value() {
        return values.get(0);
    }
}
