package bndrun.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The raw ways to write into H2 the rows that a stopped product has left in its home folder. */
final class Embedded {

    private static final int BATCH = 1000;

    private final List<String> ddl = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();
    private final String yardstick;

    Embedded(Path home) throws SQLException {
        yardstick = "jdbc:h2:file:" + home.resolve("yardstick/yardstick");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + home.resolve("db/inventory"), "", "");
                Statement statement = connection.createStatement()) {
            try (ResultSet script = statement.executeQuery("SCRIPT NODATA TABLE PUBLIC.RESOURCE")) {
                while (script.next()) {
                    ddl.add(script.getString(1));
                }
            }
            ddl.removeIf(line -> line.contains("FOREIGN KEY") || line.contains("CREATE USER"));
            read(statement);
        }
    }

    private void read(Statement statement) throws SQLException {
        try (ResultSet all = statement.executeQuery("SELECT * FROM resource")) {
            int columns = all.getMetaData().getColumnCount();
            while (all.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = all.getObject(i + 1);
                }
                rows.add(row);
            }
        }
    }

    /** Inserts the rows in batches into an empty table with the same columns and indexes. */
    Duration insert() throws SQLException {
        try (Connection connection = DriverManager.getConnection(yardstick, "", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
            for (String line : ddl) {
                statement.execute(line);
            }
            return write(connection, "INSERT INTO resource VALUES (" + marks() + ")");
        }
    }

    /** Writes every row again, over the rows that {@link #insert} left. */
    Duration rewrite() throws SQLException {
        try (Connection connection = DriverManager.getConnection(yardstick, "", "")) {
            return write(connection, "MERGE INTO resource KEY (id) VALUES (" + marks() + ")");
        }
    }

    private Duration write(Connection connection, String sql) throws SQLException {
        long begin = System.nanoTime();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int pending = 0;
            for (Object[] row : rows) {
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

    private String marks() {
        return String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
    }
}
