package inventory.core.store.query;

import inventory.core.store.dialect.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs statements with their values bound. */
final class Statements {
    private Statements() {}

    static <T> List<T> list(Connection connection, Sql sql, Row.Mapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            for (int i = 0; i < sql.values().size(); i++) {
                statement.setObject(i + 1, sql.values().get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(mapper.map(row));
                }
                return rows;
            }
        }
    }

    static long count(Connection connection, Sql sql) throws SQLException {
        return list(connection, sql, row -> row.number("n")).get(0);
    }
}
