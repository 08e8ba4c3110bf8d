package inventory.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresPeerTest {

    @Test
    void keepsItsRowsWhileItIsAwayAndGoesWithClose() throws SQLException {
        String url;
        try (PostgresPeer peer = PostgresPeer.start()) {
            url = peer.newDatabase();
            try (Connection connection = DriverManager.getConnection(url, peer.user(), peer.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 42 AS n");
            }
            peer.stopServer();
            assertThrows(SQLException.class, () -> DriverManager.getConnection(url, peer.user(), peer.password()));
            peer.startServer();
            try (Connection connection = DriverManager.getConnection(url, peer.user(), peer.password());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT n FROM kept")) {
                rows.next();
                assertEquals(42, rows.getInt(1));
            }
        }
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "inventory", "peer-password"));
    }
}
