package inventory.core.store.query;

/**
 * A table beside the main one, with at most one row for each of its rows.
 *
 * @param alias its name in expressions
 * @param table and the rows that belong: {@code provider p ON p.id = r.provider_id}
 * @param optional whether there may be none
 */
record Join(String alias, String table, boolean optional) {
    String inner() {
        return (optional ? " LEFT JOIN " : " JOIN ") + table;
    }

    String outer() {
        return " LEFT JOIN " + table;
    }
}
