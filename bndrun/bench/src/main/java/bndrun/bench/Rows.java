package bndrun.bench;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All rows of {@code resource}, as a client holds them before it writes them. */
record Rows(List<Object[]> values) {
    private static final int BATCH = 1_000;

    static Rows read(Statement statement) throws SQLException {
        List<Object[]> values = new ArrayList<>();
        try (ResultSet all = statement.executeQuery("SELECT * FROM resource")) {
            int columns = all.getMetaData().getColumnCount();
            while (all.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = held(all.getObject(i + 1));
                }
                values.add(row);
            }
        }
        return new Rows(values);
    }

    /** What lies in the database until it is asked for is asked for now. */
    private static Object held(Object value) throws SQLException {
        if (value instanceof Clob text) {
            return text.getSubString(1, Math.toIntExact(text.length()));
        }
        return value instanceof Blob bytes ? bytes.getBytes(1, Math.toIntExact(bytes.length())) : value;
    }

    /** Writes all of them in batches and one transaction. */
    Duration write(Connection connection, String sql) throws SQLException {
        long begin = System.nanoTime();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int pending = 0;
            for (Object[] row : values) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                pending++;
                if (pending % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        connection.commit();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** One question mark for each column. */
    String marks() {
        return String.join(", ", Collections.nCopies(values.get(0).length, "?"));
    }
}
