package inventory.core.store;

import static inventory.core.store.DatabaseFixture.ready;
import static inventory.core.store.DatabaseFixture.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.UnavailableException;
import inventory.api.query.Measure;
import inventory.api.store.StoreException;
import inventory.core.Await;
import inventory.core.store.dialect.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store does on every database. */
abstract class StoreContract {
    static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String ADD_ORGANIZATION = "INSERT INTO organization (name, description, created, modified)"
            + " VALUES ('Default', '', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)";

    private final List<PooledDatabase> opened = new ArrayList<>();
    private DatabaseSettings place;

    /** A database that holds nothing yet. */
    abstract DatabaseSettings newPlace();

    @BeforeEach
    void choosePlace() {
        place = newPlace();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(PooledDatabase::close);
    }

    private PooledDatabase open(Seed... seeds) {
        return keep(ready(place, seeds));
    }

    PooledDatabase keep(PooledDatabase database) {
        opened.add(database);
        return database;
    }

    DatabaseSettings place() {
        return place;
    }

    static long number(Database database, String query) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    static int change(Database database, String... statements) {
        return database.write(connection -> change(connection, statements));
    }

    private static int change(Connection connection, String... statements) throws SQLException {
        int rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) {
                rows += statement.executeUpdate(text);
            }
        }
        return rows;
    }

    @Test
    void isReadyWithTheWholeSchema() {
        PooledDatabase database = open();
        assertEquals("ok", database.check(LIMIT));
        assertEquals(0, number(database, "SELECT COUNT(*) FROM resource"));
        assertEquals(0, number(database, "SELECT COUNT(*) FROM scheduled_tasks"));
    }

    @Test
    void keepsItsRowsWhenOpenedAgain() {
        PooledDatabase first = open();
        change(first, ADD_ORGANIZATION);
        first.close();
        assertEquals(1, number(open(), "SELECT COUNT(*) FROM organization"));
    }

    @Test
    void doesNotTouchTheSchemaWhenItIsTheNewest() throws SQLException {
        open().close();
        RoundTrips trips = new RoundTrips();
        PooledDatabase again = new PooledDatabase(place, trips::of, List.of(), HibernatePersistenceProvider::new);
        DatabaseFixture.awaitReady(keep(again));
        assertEquals(
                List.of(
                        "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\" WHERE \"success\"",
                        "SELECT feed_position FROM feed_head WHERE id = 1 FOR UPDATE",
                        "commit"),
                trips.take());
    }

    @Test
    void refusesTheSchemaOfANewerProgram() {
        PooledDatabase newer = open();
        change(newer, "UPDATE \"flyway_schema_history\" SET \"version\" = '99' WHERE \"version\" = '1'");
        newer.close();
        PooledDatabase older = keep(start(place));
        Await.until("refused", LIMIT, () -> older.check(LIMIT).contains("schema is version 99"));
        UnavailableException refused =
                assertThrows(UnavailableException.class, () -> number(older, "SELECT COUNT(*) FROM resource"));
        assertTrue(
                refused.getMessage().contains("this program knows up to " + CoreSchema.FILES.size()),
                refused.getMessage());
    }

    @Test
    void plantsSeedsInOrderAndTriesAgainWhenOneFails() {
        AtomicInteger attempts = new AtomicInteger();
        Seed organization = connection -> change(connection, ADD_ORGANIZATION);
        Seed failsAtFirst = connection -> change(
                connection,
                attempts.incrementAndGet() == 1
                        ? "INSERT INTO no_such_table VALUES (1)"
                        : "UPDATE organization SET description = 'seeded'");
        PooledDatabase database = open(organization, failsAtFirst);
        assertEquals(2, attempts.get());
        assertEquals(1, number(database, "SELECT COUNT(*) FROM organization WHERE description = 'seeded'"));
        assertEquals(1, number(database, "SELECT COUNT(*) FROM organization"));
    }

    @Test
    void rollsBackWhateverIsThrown() {
        PooledDatabase database = open();
        IllegalStateException mine = new IllegalStateException("mine");
        IllegalStateException passed = assertThrows(
                IllegalStateException.class,
                () -> database.write(connection -> {
                    change(connection, ADD_ORGANIZATION);
                    throw mine;
                }));
        assertEquals(mine, passed);
        assertThrows(StoreException.class, () -> change(database, ADD_ORGANIZATION, "SELECT no_such_column"));
        assertEquals(0, number(database, "SELECT COUNT(*) FROM organization"));
    }

    @Test
    void anOpenConnectionIsATransaction() throws SQLException {
        PooledDatabase database = open();
        try (Connection connection = database.open()) {
            change(connection, ADD_ORGANIZATION);
        }
        assertEquals(0, number(database, "SELECT COUNT(*) FROM organization"));
        try (Connection connection = database.open()) {
            change(connection, ADD_ORGANIZATION);
            connection.commit();
        }
        assertEquals(1, number(database, "SELECT COUNT(*) FROM organization"));
    }

    @Test
    void tellsWhyARowWasRefused() {
        PooledDatabase database = open();
        change(database, ADD_ORGANIZATION);
        StoreException twice = assertThrows(StoreException.class, () -> change(database, ADD_ORGANIZATION));
        assertTrue(twice.isUniqueViolation() && twice.isConstraintViolation());
        StoreException orphan = assertThrows(
                StoreException.class,
                () -> change(
                        database,
                        "INSERT INTO team (organization_id, name, description, created, modified)"
                                + " VALUES (4711, 'x', '', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)"));
        assertTrue(orphan.isConstraintViolation());
        assertFalse(orphan.isUniqueViolation());
        assertEquals("ok", database.check(LIMIT));
    }

    @Test
    void manyWritersCountExactly() throws InterruptedException {
        PooledDatabase database = open();
        List<Thread> writers = Stream.generate(() -> new Thread(() -> countTo(database, 25)))
                .limit(8)
                .toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(200, number(database, "SELECT feed_position FROM feed_head"));
    }

    private static void countTo(Database database, int times) {
        for (int i = 0; i < times; i++) {
            database.write(connection -> {
                long position;
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT feed_position FROM feed_head FOR UPDATE")) {
                    rows.next();
                    position = rows.getLong(1);
                }
                return change(connection, "UPDATE feed_head SET feed_position = " + (position + 1));
            });
        }
    }

    @Test
    void saysSoWhenAllConnectionsAreBusy() throws SQLException {
        Login login = place.login();
        place = new DatabaseSettings(
                new Login(login.url(), login.user(), login.password(), Duration.ofMillis(300), login.answerWithin()),
                2);
        PooledDatabase database = open();
        try (Connection first = database.open();
                Connection second = database.open()) {
            assertTrue(first.isValid(1) && second.isValid(1));
            UnavailableException busy =
                    assertThrows(UnavailableException.class, () -> number(database, "SELECT COUNT(*) FROM tag"));
            assertEquals("all 2 database connections are busy", busy.getMessage());
            assertEquals(2, figures(database).get("inventory_database_connections{state=active}"));
        }
        assertEquals(0, number(database, "SELECT COUNT(*) FROM tag"));
        assertEquals(1, figures(database).get("inventory_database_ready{}"));
        assertEquals(0, figures(database).get("inventory_database_waiting{}"));
    }

    private static Map<String, Double> figures(PooledDatabase database) {
        Map<String, Double> figures = new ConcurrentHashMap<>();
        for (Measure measure : database.measures()) {
            figures.put(measure.name() + measure.labels(), measure.value());
        }
        return figures;
    }
}
