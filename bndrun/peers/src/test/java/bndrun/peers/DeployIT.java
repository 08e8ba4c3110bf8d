package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come, change and go while the whole product runs, and nothing else stops. */
@TestMethodOrder(OrderAnnotation.class)
class DeployIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String PLUGIN = "/provider-plugins/" + PluginJar.KEY + "/";
    private static final int ROUNDS = 200;

    @TempDir
    static Path folder;

    private static Product product;
    private static Path deploy;
    private static String provider;

    @BeforeAll
    static void start() throws IOException {
        product = new Product(folder.resolve("home"));
        product.start(Map.of());
        deploy = folder.resolve("home/deploy");
        Files.write(deploy.resolve("recorder.jar"), PluginJar.recorder());
        Await.until("recording", SOON, () -> Files.exists(stopped()));
    }

    @AfterAll
    static void end() {
        product.close();
    }

    private static Path stopped() {
        return folder.resolve("home/stopped");
    }

    private static Optional<JsonNode> listed(String key) throws IOException {
        return StreamSupport.stream(product.get("/provider-plugins/").spliterator(), false)
                .filter(plugin -> plugin.get("key").asText().equals(key))
                .findFirst();
    }

    private static boolean serves(String version) throws IOException {
        return listed(PluginJar.KEY)
                .filter(plugin -> plugin.get("version").asText().equals(version))
                .filter(plugin -> plugin.get("state").asText().equals("active"))
                .isPresent();
    }

    private static byte[] widget(String version) throws IOException {
        return PluginJar.widget(Product.APP, version);
    }

    @Test
    @Order(1)
    void dropsOverwritesAndDeletes() throws IOException {
        Path file = deploy.resolve("provider.acme.jar");
        Files.write(file, widget("1.0.0"));
        Await.until("dropped", SOON, () -> serves("1.0.0"));
        provider = product.provider("widgets", PluginJar.KEY, Map.of("resources", 100));
        assertEquals("completed", product.collect(provider).get("status").asText());
        Files.write(file, widget("2.0.0"));
        Await.until("overwritten", SOON, () -> serves("2.0.0"));
        Files.delete(file);
        Await.until("deleted", SOON, () -> listed(PluginJar.KEY).isEmpty());
        JsonNode run = product.collect(provider);
        assertEquals("failed", run.get("status").asText());
        assertTrue(run.get("error_message").asText().contains(PluginJar.KEY));
        assertEquals(
                100,
                product.get("/resources/?provider=" + provider).get("count").asInt());
    }

    @Test
    @Order(2)
    void showsWhatCannotRunWithItsReason() throws IOException {
        Files.write(deploy.resolve("provider.broken.jar"), PluginJar.broken());
        Files.writeString(deploy.resolve("provider.nojar.jar"), "this is no jar");
        Await.until(
                "both are shown",
                SOON,
                () -> reason("broken:broken").contains("com.nowhere.to.be.found")
                        && reason("provider.nojar.jar").contains("not a recognized archive"));
        Files.delete(deploy.resolve("provider.broken.jar"));
        Files.delete(deploy.resolve("provider.nojar.jar"));
        Await.until(
                "both are gone",
                SOON,
                () -> listed("broken:broken").isEmpty()
                        && listed("provider.nojar.jar").isEmpty());
    }

    private static String reason(String key) throws IOException {
        return listed(key)
                .map(plugin ->
                        plugin.get("state").asText() + plugin.get("reason").asText())
                .orElse("");
    }

    @Test
    @Order(3)
    void uploads() throws IOException {
        JsonNode done = product.upload("", 201, widget("1.0.0"));
        assertEquals(PluginJar.KEY, done.at("/plugin/key").asText());
        assertEquals(1, done.at("/plugin/configured_instances").asInt());
        assertEquals("completed", product.collect(provider).get("status").asText());
        assertEquals(
                PluginJar.KEY,
                product.upload("", 409, widget("2.0.0"))
                        .at("/existing_plugin/key")
                        .asText());
        product.upload("?force=false", 409, widget("2.0.0"));
        assertEquals(
                "1.0.0",
                product.upload("?force=true", 201, widget("2.0.0"))
                        .get("replaced_version")
                        .asText());
        assertEquals(
                1,
                product.upload("?force=true", 422, PluginJar.broken())
                        .get("problems")
                        .size());
        product.upload("?force=true", 400, "hello".getBytes(StandardCharsets.UTF_8));
        product.upload("?force=true", 413, new byte[50 * 1024 * 1024 + 1]);
        assertTrue(serves("2.0.0"));
        JsonNode tested = product.post(PLUGIN + "test/", 200, Map.of()).get("results");
        assertEquals(provider, tested.at("/0/provider_id").asText());
        assertTrue(tested.at("/0/success").asBoolean());
        assertTrue(product.post("/providers/" + provider + "/test/", 200, Map.of())
                .get("success")
                .asBoolean());
    }

    @Test
    @Order(4)
    void runInProgressEndsWithTheVersionItBeganWith() throws IOException {
        String slow = product.provider("slow", PluginJar.KEY, Map.of("resources", 200, "latency_ms", 2000));
        String run = product.post("/providers/" + slow + "/collect/", 202, Map.of())
                .get("id")
                .asText();
        Await.until("running", SOON, () -> status(run).equals("running"));
        product.upload("?force=true", 201, widget("3.0.0"));
        assertEquals("running", status(run));
        Await.until("the run has ended", Duration.ofMinutes(1), () -> product.hasEnded(run));
        JsonNode ended = product.get("/collection-runs/" + run + "/");
        assertEquals("completed", ended.get("status").asText());
        assertEquals("2.0.0", ended.get("collector_version").asText());
        assertEquals("3.0.0", product.collect(slow).get("collector_version").asText());
    }

    @Test
    @Order(5)
    void twoHundredUpdatesLeaveNothingBehind() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS / 2; round++) {
            update(round);
        }
        Await.until("settled", SOON, () -> {
            long seen = product.jvm().classLoaders();
            return product.jvm().classLoaders() == seen;
        });
        long loaders = product.jvm().classLoaders();
        long before = product.jvm().metaspaceKilobytes();
        for (int round = ROUNDS / 2; round < ROUNDS; round++) {
            update(round);
        }
        Await.until(
                "no class loader more than before", SOON, () -> product.jvm().classLoaders() == loaders);
        long after = product.jvm().metaspaceKilobytes();
        // The profiles of the just-in-time compiler grow for a while yet.
        assertTrue(after < before + 2048, "metaspace grew from " + before + " to " + after + " kB");
    }

    private static void update(int round) throws IOException {
        product.upload("?force=true", 201, widget("4.0." + round));
        product.post(PLUGIN + "test/", 200, Map.of());
        if (round % 10 == 0) {
            assertEquals("completed", product.collect(provider).get("status").asText());
        }
    }

    @Test
    @Order(6)
    void nobodyElseHasStopped() throws IOException {
        Set<String> names = Set.copyOf(Files.readAllLines(stopped()));
        assertEquals(Set.of("provider.acme"), names);
    }

    @Test
    @Order(7)
    void isThereAfterARestartAndGoesByForce() throws IOException, InterruptedException {
        product.stop();
        product.start(Map.of());
        assertTrue(serves("4.0.199"), "in the first list after the start");
        assertEquals("completed", product.collect(provider).get("status").asText());
        assertEquals(2, product.delete(PLUGIN, 409).get("active_instances").asInt());
        JsonNode done = product.delete(PLUGIN + "?force=true", 200);
        assertEquals(2, done.get("orphaned_instances").asInt());
        assertTrue(done.get("removed_files").asBoolean());
        product.delete(PLUGIN, 404);
        assertTrue(Files.notExists(folder.resolve("home/plugins/acme")));
    }

    @Test
    @Order(8)
    void theProductsOwnIsBackAfterARefresh() throws IOException {
        String own = "/provider-plugins/sample:generator/";
        assertEquals(false, product.delete(own, 200).get("removed_files").asBoolean());
        product.delete(own, 404);
        product.post("/provider-plugins/refresh/", 200, Map.of());
        assertEquals("active", product.get(own).get("state").asText());
    }

    private static String status(String run) throws IOException {
        return product.get("/collection-runs/" + run + "/").get("status").asText();
    }
}
