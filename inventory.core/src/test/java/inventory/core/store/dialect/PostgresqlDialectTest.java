package inventory.core.store.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.core.store.PostgresPeer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresqlDialectTest {
    private static final String COUNT = "SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'counted'";

    /** The second commit within a second is one that PostgreSQL would count later. */
    @Test
    void rowsAreCountedAtCommit() throws SQLException {
        try (PostgresPeer peer = PostgresPeer.start()) {
            String url = peer.newDatabase();
            try (Connection writing = DriverManager.getConnection(url, peer.user(), peer.password());
                    Connection reading = DriverManager.getConnection(url, peer.user(), peer.password())) {
                writing.setAutoCommit(false);
                execute(writing, "CREATE TABLE counted (number INTEGER)");
                writing.commit();
                execute(writing, "INSERT INTO counted SELECT generate_series(1, 1000)");
                new PostgresqlDialect().countAtCommit(writing);
                writing.commit();
                assertEquals(1000, count(reading));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNT)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
