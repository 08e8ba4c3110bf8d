package inventory.core.store.taxonomy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rows that shall stand in a table, by id: one statement reads what is there, one batch each adds what is missing and changes what
 * differs.
 *
 * @param columns all but the id
 * @param rows id → the values of the columns; none is null
 */
record SeedRows(String table, List<String> columns, Map<UUID, List<Object>> rows) {
    /** Makes the table hold these rows; others are left alone. */
    void write(Connection connection) throws SQLException {
        Map<UUID, Boolean> same = compare(connection);
        List<UUID> missing =
                rows.keySet().stream().filter(id -> !same.containsKey(id)).toList();
        List<UUID> different = rows.keySet().stream()
                .filter(id -> Boolean.FALSE.equals(same.get(id)))
                .toList();
        String markers = String.join(", ", Collections.nCopies(columns.size() + 1, "?"));
        batch(
                connection,
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ", id) VALUES (" + markers + ")",
                missing);
        String assignments = columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        batch(connection, "UPDATE " + table + " SET " + assignments + " WHERE id = ?", different);
    }

    /** Deletes the rows that are not among these. */
    void deleteOthers(Connection connection) throws SQLException {
        List<UUID> others = new ArrayList<>(compare(connection).keySet());
        others.removeAll(rows.keySet());
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table + " WHERE id = ?")) {
            for (UUID id : others) {
                statement.setObject(1, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Map<UUID, Boolean> compare(Connection connection) throws SQLException {
        Map<UUID, Boolean> same = new HashMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT id, " + String.join(", ", columns) + " FROM " + table);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                UUID id = result.getObject(1, UUID.class);
                same.put(id, rows.containsKey(id) && matches(result, rows.get(id)));
            }
        }
        return same;
    }

    private static boolean matches(ResultSet result, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object wanted = values.get(i);
            if (!wanted.equals(result.getObject(i + 2, wanted.getClass()))) {
                return false;
            }
        }
        return true;
    }

    private void batch(Connection connection, String text, List<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (UUID id : ids) {
                List<Object> values = rows.get(id);
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                statement.setObject(values.size() + 1, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
