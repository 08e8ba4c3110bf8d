package inventory.core.store.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is found in the file as a killed process leaves it. Versions of H2 differ in this: 2.5.252 loses commits. */
class H2DurabilityTest {
    private static final int COMMITS = 120;
    private static final long SEED = 20261121;

    @TempDir
    private Path folder;

    @Test
    void everyCommitIsFoundInTheFileThatAKillLeavesBehind() throws Exception {
        Random random = new Random(SEED);
        Path file = folder.resolve("live.mv.db");
        Path left = folder.resolve("left.mv.db");
        // space is used again at once, as it is after some minutes of collecting
        DataSource live = database("live;RETENTION_TIME=0");
        try (Connection connection = live.getConnection()) {
            connection.setAutoCommit(false);
            create(connection);
            for (int commit = 1; commit <= COMMITS; commit++) {
                fill(connection, commit, commit % 5 == 0 ? 200 + random.nextInt(400) : 1 + random.nextInt(3));
                connection.commit();
                Files.copy(file, left, StandardCopyOption.REPLACE_EXISTING);
                assertEquals(commit, newest(database("left")), "seed " + SEED + ", commit");
            }
        } finally {
            new H2Dialect().release(live);
        }
    }

    private DataSource database(String name) {
        return new H2Dialect()
                .dataSource(new Login(
                        "jdbc:h2:file:" + folder.resolve(name), "", "", Duration.ofSeconds(3), Duration.ofSeconds(60)));
    }

    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE written (commit_no INTEGER, content VARCHAR)");
        }
    }

    /** Some rows more, and those of some commits ago less, which leaves holes of all sizes in the file. */
    private static void fill(Connection connection, int commit, int rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO written SELECT ?, RANDOM_UUID() || REPEAT('x', 200) FROM SYSTEM_RANGE(1, ?)");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM written WHERE commit_no = ?")) {
            insert.setInt(1, commit);
            insert.setInt(2, rows);
            insert.executeUpdate();
            delete.setInt(1, commit - 7);
            delete.executeUpdate();
        }
    }

    private static int newest(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(commit_no) FROM written")) {
            rows.next();
            return rows.getInt(1);
        } finally {
            new H2Dialect().release(database);
        }
    }
}
