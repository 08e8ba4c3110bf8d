package inventory.core.store.query;

import inventory.api.InvalidInputException;
import inventory.api.identity.Caller;
import inventory.api.query.Field;
import inventory.core.query.Condition;
import inventory.core.query.Criteria;
import inventory.core.query.Lookup;
import inventory.core.query.Order;
import inventory.core.store.dialect.Dialect;
import inventory.core.store.dialect.Sql;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The statements of one query. */
final class Selection<T> {
    private final Table<T> table;
    private final ConditionWriter writer;
    private final Caller caller;

    Selection(Table<T> table, Dialect dialect, Caller caller) {
        this.table = table;
        this.caller = caller;
        writer = new ConditionWriter(dialect);
    }

    Table<T> table() {
        return table;
    }

    /** How many rows all pages have together. */
    Sql count(Criteria criteria) {
        Sql where = where(conditions(criteria));
        return table.count(where.text())
                .map(counting -> Sql.of(counting).then(where))
                .orElseGet(() -> Sql.of("SELECT COUNT(*) AS n FROM " + from(List.of(where.text())))
                        .then(where));
    }

    /**
     * The rows of the page, and one more if there is one.
     *
     * @param gathered whether to find all rows first and sort them then, rather than to walk in order until the page is full
     * @param window more conditions, which the rows of this page fulfil in any case
     */
    Sql page(Criteria criteria, boolean gathered, List<Sql> window) {
        List<Sql> conditions = conditions(criteria);
        conditions.addAll(window);
        criteria.after().ifPresent(cursor -> conditions.add(behind(criteria.order(), cursor.position())));
        Sql rows = rows(where(conditions), criteria.order());
        Sql ordered = gathered
                ? rows.in("SELECT g.* FROM (", " OFFSET 0 ROWS) g ORDER BY " + orderBy(criteria.order(), "g"))
                : rows.then(" ORDER BY " + expressions(criteria.order()));
        return ordered.then(" OFFSET ? ROWS FETCH NEXT ? ROWS ONLY", criteria.offset(), criteria.pageSize() + 1L)
                .in(
                        outerHead(criteria.order().size()),
                        ") k " + table.outer() + " ORDER BY " + orderBy(criteria.order(), "k"));
    }

    /** The row with this id. */
    Sql one(Field id, Object value) {
        List<Sql> conditions = visible();
        conditions.add(
                writer.write(table.column(id.name()), new Condition(id, "", Lookup.EXACT, List.of(value), false)));
        return rows(where(conditions), List.of()).in(outerHead(0), ") k " + table.outer());
    }

    private Sql rows(Sql where, List<Order> order) {
        List<String> expressions =
                order.stream().map(step -> table.orderOf(step.field()).text()).toList();
        StringBuilder head = new StringBuilder("SELECT " + table.keys());
        for (int i = 0; i < expressions.size(); i++) {
            head.append(", ").append(expressions.get(i)).append(" AS o").append(i);
        }
        List<String> named = new ArrayList<>(expressions);
        named.add(where.text());
        named.add(table.keys());
        head.append(" FROM ").append(from(named));
        return Sql.of(head.toString()).then(where);
    }

    private String expressions(List<Order> order) {
        return order.stream()
                .map(step -> table.orderOf(step.field()).text() + direction(step))
                .collect(Collectors.joining(", "));
    }

    private String outerHead(int steps) {
        StringBuilder head = new StringBuilder("SELECT " + table.select());
        for (int i = 0; i < steps; i++) {
            head.append(", k.o").append(i);
        }
        return head.append(" FROM (").toString();
    }

    private String orderBy(List<Order> order, String step) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            steps.add(step + ".o" + i + direction(order.get(i)));
        }
        return String.join(", ", steps);
    }

    /** Indexes keep NULLs at the databases' own places, so theirs is only named where there can be any. */
    private String direction(Order step) {
        String nulls = table.orderOf(step.field()).optional() ? " NULLS LAST" : "";
        return (step.descending() ? " DESC" : "") + nulls;
    }

    private String from(List<String> texts) {
        return table.from() + table.joinsFor(texts).stream().map(Join::inner).collect(Collectors.joining());
    }

    private static Sql where(List<Sql> conditions) {
        return conditions.isEmpty() ? Sql.of("") : Sql.join(" AND ", conditions).in(" WHERE ", "");
    }

    private List<Sql> visible() {
        List<Sql> conditions = new ArrayList<>();
        table.always().forEach(condition -> conditions.add(Sql.of(condition)));
        table.scope().flatMap(scope -> scope.of(caller)).ifPresent(condition -> conditions.add(condition.in("(", ")")));
        return conditions;
    }

    private List<Sql> conditions(Criteria criteria) {
        List<Sql> conditions = visible();
        criteria.all().forEach(condition -> conditions.add(write(condition)));
        if (!criteria.any().isEmpty()) {
            conditions.add(
                    Sql.join(" OR ", criteria.any().stream().map(this::write).toList())
                            .in("(", ")"));
        }
        if (table.column("deleted") instanceof Column.Gone gone && !criteria.asksFor("deleted")) {
            conditions.add(Sql.of(gone.text() + " IS NULL"));
        }
        List<Column.Plain> searched = table.listing().fields().stream()
                .filter(Field::searchable)
                .map(field -> (Column.Plain) table.column(field.name()))
                .toList();
        criteria.words()
                .forEach(word -> conditions.add(searched.isEmpty() ? Sql.of("FALSE") : writer.word(searched, word)));
        return conditions;
    }

    private Sql write(Condition condition) {
        return writer.write(table.column(condition.field().name()), condition);
    }

    /** Behind the position in the order; the first bound stands by itself so that an index can start there. */
    private Sql behind(List<Order> order, List<String> values) {
        List<Sql> alternatives = new ArrayList<>();
        List<Sql> equal = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Column.Plain column = table.orderOf(order.get(i).field());
            Object value = position(column.kind(), values.get(i));
            List<Sql> alternative = new ArrayList<>(equal);
            alternative.add(Sql.of(column.text() + (order.get(i).descending() ? " < ?" : " > ?"), value));
            alternatives.add(Sql.join(" AND ", alternative).in("(", ")"));
            equal.add(Sql.of(column.text() + " = ?", value));
        }
        Order first = order.get(0);
        Column.Plain column = table.orderOf(first.field());
        Object start = position(column.kind(), values.get(0));
        return Sql.of(column.text() + (first.descending() ? " <= ?" : " >= ?"), start)
                .then(" AND (")
                .then(Sql.join(" OR ", alternatives))
                .then(")");
    }

    /** A value of a cursor, to be bound. */
    static Object position(Field.Kind kind, String text) {
        try {
            return ConditionWriter.bound(List.of(
                            switch (kind) {
                                case UUID -> UUID.fromString(text);
                                case INTEGER -> Long.valueOf(text);
                                case INSTANT -> Instant.parse(text);
                                default -> text;
                            }))
                    .get(0);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw InvalidInputException.of("cursor", "Not a cursor of this list.");
        }
    }
}
