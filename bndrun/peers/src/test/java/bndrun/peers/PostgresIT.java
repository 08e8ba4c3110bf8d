package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.core.store.PostgresPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole product on PostgreSQL, which goes away and comes back. */
@TestMethodOrder(OrderAnnotation.class)
class PostgresIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static PostgresPeer postgres;
    private static Product product;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws IOException {
        postgres = PostgresPeer.start();
        environment = Map.of(
                "INVENTORY_DB_URL", postgres.newDatabase(),
                "INVENTORY_DB_USER", postgres.user(),
                "INVENTORY_DB_PASSWORD", postgres.password());
        product = new Product(folder.resolve("home"));
        product.start(environment);
    }

    @AfterAll
    static void end() {
        if (product != null) {
            product.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    @Order(1)
    void collectsOnPostgres() throws IOException {
        String provider = product.generator("generated", Map.of("resources", 1000));
        assertEquals(1000, product.collect(provider).get("resources_created").asInt());
        assertEquals(1000, product.collect(provider).get("resources_unchanged").asInt());
    }

    @Test
    @Order(2)
    void saysThatTheDatabaseIsAwayAndRecoversByItself() throws IOException {
        postgres.stopServer();
        Await.until("unhealthy", LIMIT, () -> product.healthStatus() == 503);
        assertEquals(200, product.anonymousStatus("/ping/"));
        postgres.startServer();
        Await.until("healthy again", LIMIT, () -> product.healthStatus() == 200);
        assertEquals(1000, product.get("/resources/").get("count").asInt());
    }

    @Test
    @Order(3)
    void waitsForADatabaseThatIsDownAtStart() throws IOException, InterruptedException {
        product.stop();
        postgres.stopServer();
        product.launch(environment);
        Await.until("unhealthy", LIMIT, () -> product.healthStatus() == 503);
        postgres.startServer();
        Await.until("healthy", LIMIT, () -> product.healthStatus() == 200);
        assertEquals(1000, product.get("/resources/").get("count").asInt());
    }
}
