package bndrun.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The raw ways to write into H2 the rows that a stopped product has left in its home folder. */
final class Embedded {

    private static final String USER = "sa";

    private final List<String> ddl = new ArrayList<>();
    private final Rows rows;
    private final String yardstick;

    Embedded(Path home) throws SQLException {
        yardstick = "jdbc:h2:file:" + home.resolve("yardstick/yardstick");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + home.resolve("db/inventory"), USER, "");
                Statement statement = connection.createStatement()) {
            try (ResultSet script = statement.executeQuery("SCRIPT NODATA TABLE PUBLIC.RESOURCE")) {
                while (script.next()) {
                    ddl.add(script.getString(1));
                }
            }
            ddl.removeIf(line -> line.contains("FOREIGN KEY") || line.contains("CREATE USER"));
            rows = Rows.read(statement);
        }
    }

    /** Inserts the rows in batches into an empty table with the same columns and indexes. */
    Duration insert() throws SQLException {
        try (Connection connection = DriverManager.getConnection(yardstick, USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
            for (String line : ddl) {
                statement.execute(line);
            }
            return rows.write(connection, "INSERT INTO resource VALUES (" + rows.marks() + ")");
        }
    }

    /** Writes every row again, over the rows that {@link #insert} left. */
    Duration rewrite() throws SQLException {
        try (Connection connection = DriverManager.getConnection(yardstick, USER, "")) {
            return rows.write(connection, "MERGE INTO resource KEY (id) VALUES (" + rows.marks() + ")");
        }
    }
}
