package inventory.core.store.query;

import inventory.api.query.Field;
import inventory.api.query.Listing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one listing is read. A page takes two steps in one statement: the inner one finds the keys of its rows with no more joins than
 * the filters need, the outer one reads those few rows whole.
 */
final class Table<T> {
    /** Adds to a page of rows what one more statement can tell. */
    @FunctionalInterface
    interface Completion<T> {
        List<T> complete(Connection connection, List<T> rows) throws SQLException;
    }

    private final Builder<T> parts;
    private final String select;
    private final Row.Mapper<T> mapper;

    private Table(Builder<T> parts, String select, Row.Mapper<T> mapper) {
        this.parts = parts;
        this.select = select;
        this.mapper = mapper;
    }

    /** Starts the table of a listing, whose fields are the columns of their names unless said otherwise. */
    static <T> Builder<T> of(Listing<T> listing, String table, String alias) {
        return new Builder<>(listing, table + " " + alias, alias);
    }

    Listing<T> listing() {
        return parts.listing;
    }

    /** The main table and its alias. */
    String from() {
        return parts.from;
    }

    /** What the inner step selects: the key as {@code row_id}, and what else the outer step needs of it. */
    String keys() {
        return parts.keys;
    }

    /** Where the outer step reads, joined to the keys {@code k}. */
    String outer() {
        StringBuilder outer = new StringBuilder(parts.outer);
        parts.joins.forEach(join -> outer.append(join.outer()));
        return parts.repeatsJoins ? outer.toString() : parts.outer;
    }

    /** What the outer step reads. */
    String select() {
        return select;
    }

    /** Conditions on every read. */
    List<String> always() {
        return parts.always;
    }

    /** Which rows a caller may see; empty: everybody sees all. */
    Optional<Scope> scope() {
        return parts.scope;
    }

    Row.Mapper<T> mapper() {
        return mapper;
    }

    Completion<T> completion() {
        return parts.completion;
    }

    /** A cheaper count than that of the rows, for these conditions; empty if there is none. */
    Optional<String> count(String conditions) {
        boolean counts = !parts.count.isEmpty() && parts.uncounted.stream().noneMatch(conditions::contains);
        return counts ? Optional.of(parts.count) : Optional.empty();
    }

    /** Where the rows of the default order's first column begin, newest first; empty if that is not worth asking. */
    Optional<Window> window() {
        return parts.window;
    }

    Column column(String field) {
        return parts.columns.get(field);
    }

    /** What the field is ordered by. */
    Column.Plain orderOf(String field) {
        Column.Plain own = parts.order.get(field);
        return own != null ? own : (Column.Plain) column(field);
    }

    /** The joins that these pieces of SQL name, and the joins that those need, in their order. */
    List<Join> joinsFor(List<String> texts) {
        Set<Join> wanted = new LinkedHashSet<>();
        for (int i = parts.joins.size() - 1; i >= 0; i--) {
            Join join = parts.joins.get(i);
            boolean named = texts.stream().anyMatch(text -> names(text, join))
                    || wanted.stream().anyMatch(other -> names(other.table(), join));
            if (named) {
                wanted.add(join);
            }
        }
        return parts.joins.stream().filter(wanted::contains).toList();
    }

    private static boolean names(String text, Join join) {
        return Pattern.compile("\\b" + join.alias() + "\\.").matcher(text).find();
    }

    /** Collects the parts. */
    static final class Builder<T> {
        private final Listing<T> listing;
        private final String from;
        private final List<Join> joins = new ArrayList<>();
        private final Map<String, Column> columns = new LinkedHashMap<>();
        private final Map<String, Column.Plain> order = new LinkedHashMap<>();
        private final List<String> always = new ArrayList<>();
        private String keys;
        private String outer;
        private boolean repeatsJoins = true;
        private Optional<Scope> scope = Optional.empty();
        private String count = "";
        private List<String> uncounted = List.of();
        private Optional<Window> window = Optional.empty();
        private Completion<T> completion = (connection, rows) -> rows;

        private Builder(Listing<T> listing, String from, String alias) {
            this.listing = listing;
            this.from = from;
            for (Field field : listing.fields()) {
                columns.put(field.name(), new Column.Plain(alias + "." + field.name(), field.kind(), false));
            }
            keys = alias + ".id AS row_id";
            outer = "LEFT JOIN " + from + " ON " + alias + ".id = k.row_id";
        }

        Builder<T> join(String alias, String table) {
            joins.add(new Join(alias, table, false));
            return this;
        }

        Builder<T> leftJoin(String alias, String table) {
            joins.add(new Join(alias, table, true));
            return this;
        }

        /** A field that is not the column of its name. */
        Builder<T> column(String field, String expression) {
            return column(field, new Column.Plain(expression, kind(field), false));
        }

        Builder<T> column(String field, Column column) {
            columns.put(field, column);
            return this;
        }

        /** A field that may be NULL. */
        Builder<T> optional(String field, String expression) {
            return column(field, new Column.Plain(expression, kind(field), true));
        }

        /** Fields whose columns, of their names, may be NULL. */
        Builder<T> optional(List<String> fields) {
            fields.forEach(field -> optional(field, columns.get(field).text()));
            return this;
        }

        /** What a field is ordered by, if not by its column. */
        Builder<T> order(String field, String expression, Field.Kind kind) {
            order.put(field, new Column.Plain(expression, kind, false));
            return this;
        }

        Builder<T> always(String condition) {
            always.add(condition);
            return this;
        }

        Builder<T> scope(Scope value) {
            scope = Optional.of(value);
            return this;
        }

        /**
         * A count that does not need every row.
         *
         * @param statement up to the conditions; gives {@code n}
         * @param columns those that conditions must not name for it to be right
         */
        Builder<T> count(String statement, List<String> columns) {
            count = statement;
            uncounted = columns;
            return this;
        }

        Builder<T> window(Window value) {
            window = Optional.of(value);
            return this;
        }

        Builder<T> completion(Completion<T> value) {
            completion = value;
            return this;
        }

        /** The two steps, where the outer one does not simply read the same tables again. */
        Builder<T> steps(String innerKeys, String outerFrom) {
            keys = innerKeys;
            outer = outerFrom;
            repeatsJoins = false;
            return this;
        }

        Table<T> rows(String select, Row.Mapper<T> mapper) {
            return new Table<>(this, select, mapper);
        }

        private Field.Kind kind(String field) {
            return listing.field(field).orElseThrow().kind();
        }
    }
}
