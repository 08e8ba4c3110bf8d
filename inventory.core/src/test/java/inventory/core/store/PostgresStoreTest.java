package inventory.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.UnavailableException;
import inventory.core.Await;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

class PostgresStoreTest extends StoreContract {
    private static PostgresPeer peer;

    @BeforeAll
    static void startServer() {
        peer = PostgresPeer.start();
    }

    @AfterAll
    static void stopServer() {
        peer.close();
    }

    @Override
    DatabaseSettings newPlace() {
        return DatabaseSettings.of(peer.newDatabase(), peer.user(), peer.password());
    }

    @Test
    void survivesThatTheServerGoesAndComesBack() {
        PooledDatabase database = keep(DatabaseFixture.ready(place()));
        peer.stopServer();
        try {
            assertUnavailable(database);
            Await.until("noticed", LIMIT, () -> database.check(LIMIT).startsWith("the database cannot be used"));
            assertUnavailable(database);
        } finally {
            peer.startServer();
        }
        DatabaseFixture.awaitReady(database);
        assertEquals(0, number(database, "SELECT COUNT(*) FROM tag"));
        assertEquals("ok", database.check(LIMIT));
    }

    @Test
    void startsWithoutTheServer() {
        DatabaseSettings place = place();
        peer.stopServer();
        PooledDatabase database;
        try {
            database = keep(DatabaseFixture.start(place));
            Await.until("tried", LIMIT, () -> database.check(LIMIT).startsWith("the database cannot be used"));
            assertUnavailable(database);
            assertThrows(UnavailableException.class, () -> database.entities(entities -> 0));
        } finally {
            peer.startServer();
        }
        DatabaseFixture.awaitReady(database);
        assertEquals(0, number(database, "SELECT COUNT(*) FROM tag"));
        assertEquals("done", database.entities(entities -> "done"));
    }

    @Test
    void survivesThatItsSessionsAreEnded() {
        PooledDatabase database = keep(DatabaseFixture.ready(place()));
        assertThrows(
                UnavailableException.class,
                () -> database.write(connection -> {
                    endSessions(place());
                    return change(connection);
                }));
        Await.until("usable again", LIMIT, () -> database.check(LIMIT).equals("ok"));
        assertEquals(0, number(database, "SELECT COUNT(*) FROM tag"));
    }

    private int change(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE feed_head SET feed_position = 7");
        }
    }

    private static void endSessions(DatabaseSettings place) throws SQLException {
        try (Connection connection = place.driver().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }

    @Test
    void checksInTimeAlthoughTheDatabaseHangs() throws SQLException {
        PooledDatabase database = keep(DatabaseFixture.ready(place()));
        try (Connection connection = place().driver().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE feed_head IN ACCESS EXCLUSIVE MODE");
            long begin = System.nanoTime();
            assertEquals("the database did not answer within 200 ms", database.check(Duration.ofMillis(200)));
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 2000);
        }
        Await.until("answers again", LIMIT, () -> database.check(LIMIT).equals("ok"));
    }

    @Test
    void doesNotWaitForAServerThatNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/inventory";
            PooledDatabase database = keep(DatabaseFixture.start(DatabaseSettings.of(url, "u", "secret")));
            long begin = System.nanoTime();
            assertUnavailable(database);
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 1000);
            Await.until("gave up", LIMIT, () -> database.check(LIMIT).startsWith("the database cannot be used"));
        }
    }

    @Test
    void twoNodesMayStartTogether() throws SQLException {
        AtomicInteger planted = new AtomicInteger();
        Seed seed = connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM organization")) {
                rows.next();
                if (rows.getInt(1) == 0) {
                    planted.incrementAndGet();
                    statement.execute("INSERT INTO organization (name, description, created, modified)"
                            + " VALUES ('Default', '', now(), now())");
                }
            }
        };
        PooledDatabase first = keep(DatabaseFixture.start(place(), seed));
        PooledDatabase second = keep(DatabaseFixture.start(place(), seed));
        DatabaseFixture.awaitReady(first);
        DatabaseFixture.awaitReady(second);
        assertEquals(1, planted.get());
        assertEquals(CoreSchema.FILES.size(), number(second, "SELECT COUNT(*) FROM \"flyway_schema_history\""));
    }

    @Test
    void rollsBackACopyThatThePoolDoesNotSee() {
        PooledDatabase database = keep(DatabaseFixture.ready(place()));
        assertThrows(
                IllegalStateException.class,
                () -> database.write(connection -> {
                    copy(connection);
                    throw new IllegalStateException("after the copy");
                }));
        assertEquals(0, number(database, "SELECT COUNT(*) FROM feed_head WHERE id = 2"));
    }

    private static void copy(Connection connection) throws SQLException {
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        try {
            assertEquals(1, manager.copyIn("COPY feed_head FROM STDIN", new StringReader("2\t3\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertUnavailable(Database database) {
        assertThrows(UnavailableException.class, () -> number(database, "SELECT COUNT(*) FROM tag"));
    }
}
