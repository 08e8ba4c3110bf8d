package inventory.core.store.query;

import inventory.api.query.Field;
import inventory.core.query.Condition;
import inventory.core.query.Lookup;
import inventory.core.store.dialect.Dialect;
import inventory.core.store.dialect.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes conditions as SQL. */
final class ConditionWriter {
    private static final Set<Field.Kind> TEXTS = Set.of(Field.Kind.TEXT, Field.Kind.ENUM);

    private final Dialect dialect;
    private final Comparison comparison;

    ConditionWriter(Dialect dialect) {
        this.dialect = dialect;
        comparison = new Comparison(dialect);
    }

    /** The condition on the column of its field; a row for which it is unknown does not fulfil it, negated it does. */
    Sql write(Column column, Condition condition) {
        Sql plain = plain(column, condition);
        return condition.negated() ? plain.in("NOT COALESCE((", "), FALSE)") : plain.in("(", ")");
    }

    /** Whether a word stands in one of these columns, whatever the case. */
    Sql word(List<Column.Plain> columns, String word) {
        return Sql.join(
                        " OR ",
                        columns.stream()
                                .map(column -> comparison.of(Sql.of(column.text()), Lookup.ICONTAINS, List.of(word)))
                                .toList())
                .in("(", ")");
    }

    private Sql plain(Column column, Condition condition) {
        if (column instanceof Column.Plain plain) {
            return value(plain, condition);
        }
        if (column instanceof Column.Many many) {
            return many(many, condition);
        }
        if (column instanceof Column.Texts texts) {
            return texts(texts.text(), condition);
        }
        if (column instanceof Column.Members members) {
            return text(dialect.member(members.text(), condition.key()), condition);
        }
        if (column instanceof Column.Tags tags) {
            return tags(tags, condition);
        }
        if (column instanceof Column.Gone gone) {
            return gone(gone.text(), condition);
        }
        return sighting((Column.SightingId) column, condition);
    }

    private Sql value(Column.Plain column, Condition condition) {
        Sql expression = Sql.of(column.text());
        if (TEXTS.contains(column.kind())) {
            return text(expression, condition);
        }
        if (condition.lookup() == Lookup.ISNULL) {
            return expression.then(isTrue(condition) ? " IS NULL" : " IS NOT NULL");
        }
        return comparison.of(expression, condition.lookup(), bound(condition.values()));
    }

    private Sql text(Sql expression, Condition condition) {
        if (condition.lookup() == Lookup.ISNULL) {
            return expression.in("COALESCE(", isTrue(condition) ? ", '') = ''" : ", '') <> ''");
        }
        if (condition.value() instanceof BigDecimal) {
            Sql number = new Sql(dialect.number(expression.text()), expression.values());
            return comparison.of(number, condition.lookup(), condition.values());
        }
        return comparison.of(expression, condition.lookup(), condition.values());
    }

    private Sql many(Column.Many many, Condition condition) {
        String exists = "EXISTS (SELECT 1 FROM " + many.from() + " WHERE " + many.link();
        if (condition.lookup() == Lookup.ISNULL) {
            return Sql.of((isTrue(condition) ? "NOT " : "") + exists + ")");
        }
        return comparison
                .of(Sql.of(many.value()), condition.lookup(), condition.values())
                .in(exists + " AND ", ")");
    }

    private Sql texts(String json, Condition condition) {
        if (condition.lookup() == Lookup.ISNULL) {
            Sql some = dialect.anyElement(json, element -> Sql.of(element + " IS NOT NULL"));
            return isTrue(condition) ? some.in("NOT ", "") : some;
        }
        return dialect.anyElement(
                json, element -> comparison.of(Sql.of(element), condition.lookup(), condition.values()));
    }

    private Sql tags(Column.Tags tags, Condition condition) {
        Sql ours = Sql.of(
                "EXISTS (SELECT 1 FROM resource_tag x JOIN tag g ON g.id = x.tag_id WHERE x.resource_id = "
                        + tags.resource() + " AND g.tag_key = ?",
                condition.key());
        Sql platform = text(dialect.member(tags.text(), condition.key()), condition);
        if (condition.lookup() == Lookup.ISNULL) {
            return isTrue(condition)
                    ? platform.then(" AND NOT ").then(ours).then(")")
                    : platform.then(" OR ").then(ours).then(")");
        }
        return platform.then(" OR ")
                .then(ours)
                .then(" AND ")
                .then(text(Sql.of("g.tag_value"), condition))
                .then(")");
    }

    private Sql gone(String time, Condition condition) {
        boolean whole = condition.lookup() == Lookup.EXACT || condition.lookup() == Lookup.IN;
        if (whole && (condition.values().contains("any") || condition.values().containsAll(List.of("true", "false")))) {
            return Sql.of("TRUE");
        }
        if (whole) {
            return Sql.of(time + (condition.values().contains("true") ? " IS NOT NULL" : " IS NULL"));
        }
        return text(Sql.of("CASE WHEN " + time + " IS NULL THEN 'false' ELSE 'true' END"), condition);
    }

    private Sql sighting(Column.SightingId id, Condition condition) {
        if (condition.lookup() == Lookup.ISNULL) {
            return Sql.of(isTrue(condition) ? "FALSE" : "TRUE");
        }
        return Sql.join(
                " OR ",
                condition.values().stream()
                        .map(value -> SightingIds.condition(id.run(), id.resource(), (UUID) value))
                        .toList());
    }

    private static boolean isTrue(Condition condition) {
        return condition.value().equals(true);
    }

    /** Both drivers take times with an offset, but no instants. */
    static List<Object> bound(List<Object> values) {
        return values.stream()
                .map(value -> value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value)
                .toList();
    }
}
