package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole product on its embedded database, from the first start to a kill -9. */
@TestMethodOrder(OrderAnnotation.class)
class ProductIT {

    @TempDir
    static Path folder;

    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        product = new Product(folder.resolve("home"));
        product.start(Map.of());
    }

    @AfterAll
    static void end() {
        product.close();
    }

    @Test
    @Order(1)
    void answersOnlyWhatIsOpenWithoutCredentials() throws IOException {
        assertEquals(200, product.anonymousStatus("/ping/"));
        assertEquals(401, product.anonymousStatus("/providers/"));
        assertEquals("admin", product.get("/users/me/").get("username").asText());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("home/admin-password"))));
    }

    @Test
    @Order(1)
    void wiresTheProvidersIntoTheRegistry() throws IOException {
        Await.until(
                "the plugins of the product are here",
                Duration.ofSeconds(20),
                () -> product.get("/provider-plugins/")
                        .findValuesAsText("key")
                        .containsAll(List.of("aws:aws", "sample:generator")));
    }

    @Test
    @Order(2)
    void collectsExactly() throws IOException {
        String provider = product.generator("exact", Map.of("resources", 1000));
        JsonNode first = product.collect(provider);
        assertEquals("completed 1000 1000 0", summary(first));
        JsonNode second = product.collect(provider);
        assertEquals("completed 1000 0 1000", summary(second));
        assertEquals(
                1000,
                product.get("/resources/?provider=" + provider).get("count").asInt());
    }

    @Test
    @Order(3)
    void stopsInOrderAndKeepsEverything() throws IOException, InterruptedException {
        Duration took = product.stop();
        assertTrue(took.toSeconds() < 10, "stopped after " + took);
        product.start(Map.of());
        assertEquals(1000, product.get("/resources/").get("count").asInt());
    }

    @Test
    @Order(4)
    void endsTheRunThatAKillInterrupted() throws IOException, InterruptedException {
        String provider = product.generator("slow", Map.of("resources", 5000, "seed", 7, "latency_ms", 500));
        String run = product.post("/providers/" + provider + "/collect/", 202, Map.of())
                .get("id")
                .asText();
        Await.until("running", Duration.ofSeconds(20), () -> status(run).equals("running"));
        product.kill();
        product.start(Map.of());
        Await.until("the run has ended", Duration.ofMinutes(2), () -> product.hasEnded(run));
        assertEquals("completed", product.collect(provider).get("status").asText());
        assertEquals(
                5000,
                product.get("/resources/?provider=" + provider).get("count").asInt());
    }

    @Test
    @Order(5)
    void printsNoNoise() throws IOException {
        String printed = product.printed();
        assertFalse(printed.contains("DEBUG"), printed);
        assertFalse(printed.contains("\tat "), printed);
    }

    private static String status(String run) throws IOException {
        return product.get("/collection-runs/" + run + "/").get("status").asText();
    }

    private static String summary(JsonNode run) {
        return run.get("status").asText() + " " + run.get("resources_found").asInt() + " "
                + run.get("resources_created").asInt() + " "
                + run.get("resources_unchanged").asInt();
    }
}
