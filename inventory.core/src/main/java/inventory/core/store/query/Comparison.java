package inventory.core.store.query;

import inventory.core.query.Lookup;
import inventory.core.store.dialect.Dialect;
import inventory.core.store.dialect.Sql;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A look-up on an expression. */
final class Comparison {
    private static final String ESCAPE = " ESCAPE '!'";

    private final Dialect dialect;

    Comparison(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Any look-up but {@code isnull}. */
    Sql of(Sql expression, Lookup lookup, List<Object> values) {
        Object value = values.get(0);
        return switch (lookup) {
            case EXACT -> expression.then(" = ?", value);
            case GT -> expression.then(" > ?", value);
            case GTE -> expression.then(" >= ?", value);
            case LT -> expression.then(" < ?", value);
            case LTE -> expression.then(" <= ?", value);
            case IN -> expression.then(" IN ").then(list(values));
            case IEXACT -> lower(expression, text(value)).then(" = ?", folded(value));
            case CONTAINS -> like(expression, "%" + escaped(text(value)) + "%");
            case STARTSWITH -> like(expression, escaped(text(value)) + "%");
            case ENDSWITH -> like(expression, "%" + escaped(text(value)));
            case ICONTAINS -> like(lower(expression, text(value)), "%" + escaped(folded(value)) + "%");
            case ISTARTSWITH -> like(lower(expression, text(value)), escaped(folded(value)) + "%");
            case IENDSWITH -> like(lower(expression, text(value)), "%" + escaped(folded(value)));
            case ISNULL -> throw new IllegalArgumentException("isnull has no value to compare with");
        };
    }

    /** {@code (?, ?, …)}. */
    static Sql list(List<?> values) {
        return new Sql("(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")", List.copyOf(values));
    }

    private Sql lower(Sql expression, String value) {
        boolean ascii = value.chars().allMatch(c -> c < 128);
        return new Sql(dialect.lower(expression.text(), ascii), expression.values());
    }

    private static Sql like(Sql expression, String pattern) {
        return expression.then(" LIKE ?" + ESCAPE, pattern);
    }

    private static String text(Object value) {
        return (String) value;
    }

    private static String folded(Object value) {
        return text(value).toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
