package inventory.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.core.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {
    @TempDir
    private Path folder;

    @Override
    DatabaseSettings newPlace() {
        return DatabaseSettings.of("jdbc:h2:file:" + folder.resolve("db"), "", "");
    }

    /** Every cancelled collection interrupts threads that write. */
    @Test
    void anInterruptedWriterHarmsNobody() throws InterruptedException {
        PooledDatabase database = keep(DatabaseFixture.ready(place()));
        for (int i = 0; i < 20; i++) {
            CountDownLatch writing = new CountDownLatch(1);
            Thread writer = new Thread(() -> writeUntilInterrupted(database, writing));
            writer.start();
            assertTrue(writing.await(10, TimeUnit.SECONDS));
            writer.interrupt();
            writer.join();
            assertEquals(1, change(database, "UPDATE feed_head SET feed_position = feed_position + 1"));
        }
        assertEquals(20, number(database, "SELECT feed_position FROM feed_head"));
    }

    private static void writeUntilInterrupted(Database database, CountDownLatch writing) {
        String batch = "INSERT INTO change_batch (run_id, provider_id, organization_id, committed_at, edges_resolved)"
                + " SELECT RANDOM_UUID(), RANDOM_UUID(), 1, CURRENT_TIMESTAMP, FALSE FROM SYSTEM_RANGE(1, 200)";
        while (!Thread.currentThread().isInterrupted()) {
            change(database, batch);
            writing.countDown();
        }
    }

    @Test
    void opensAgainAfterTheProcessWasKilled() throws IOException, InterruptedException {
        DatabaseFixture.ready(place()).close();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process killed = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        H2Casualty.class.getName(),
                        place().login().url())
                .inheritIO()
                .start();
        assertTrue(killed.waitFor(60, TimeUnit.SECONDS));
        assertEquals(H2Casualty.KILLED, killed.exitValue());
        PooledDatabase database = keep(DatabaseFixture.ready(place()));
        assertEquals(1, number(database, "SELECT feed_position FROM feed_head"), "what was committed");
        assertEquals(0, number(database, "SELECT COUNT(*) FROM change_batch"), "what was not");
    }

    @Test
    void beginsAnewWhenTheFirstMigrationWasBrokenOff() {
        PooledDatabase database = DatabaseFixture.ready(place());
        database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("DELETE FROM \"flyway_schema_history\"; DROP TABLE resource_tag");
            }
        });
        database.close();
        assertEquals(0, number(keep(DatabaseFixture.ready(place())), "SELECT COUNT(*) FROM resource_tag"));
    }

    @Test
    void comesBackAfterTheFileWasClosedByForce() throws SQLException {
        PooledDatabase database = keep(DatabaseFixture.ready(place()));
        try (Connection connection = place().driver().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
        Await.until("usable again", LIMIT, () -> database.check(LIMIT).equals("ok"));
        assertEquals(0, number(database, "SELECT COUNT(*) FROM tag"));
    }
}
