package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Actions on the running product, over HTTP, up to a kill -9 in the middle of a change. */
@TestMethodOrder(OrderAnnotation.class)
class ActionsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct-horse-battery-staple";

    @TempDir
    static Path folder;

    private static Product product;
    private static Tasks tasks;
    private static String provider;
    private static String machine;

    @BeforeAll
    static void start() throws IOException {
        product = new Product(folder.resolve("home"));
        tasks = new Tasks(product);
        product.start(Map.of());
        Await.until(
                "the generator is here",
                LIMIT,
                () -> product.get("/provider-plugins/").findValuesAsText("key").contains("sample:generator"));
        provider = product.generator("acting", Map.of("resources", 11));
        product.collect(provider);
        machine = product.get("/resources/?resource_type_slug=virtual_machine")
                .at("/results/0/id")
                .asText();
    }

    @AfterAll
    static void end() {
        product.close();
    }

    private static JsonNode act(String action, Map<String, Object> parameters) throws IOException {
        return product.post(actions() + action + "/", 202, Map.of("parameters", parameters));
    }

    private static String actions() {
        return "/resources/" + machine + "/actions/";
    }

    private static void awaitStep(JsonNode task, String step) throws IOException {
        Await.until(step, LIMIT, () -> tasks.now(task).get("message").asText().equals(step));
    }

    private static void awaitIdle() throws IOException {
        Await.until(
                "nothing is done to the machine",
                LIMIT,
                () -> product.get("/tasks/?status__in=pending,running")
                                .get("count")
                                .asInt()
                        == 0);
    }

    @Test
    @Order(1)
    void isCarriedOutWithItsStepsAndInTheAudit() throws IOException {
        List<String> names = new ArrayList<>();
        product.get(actions()).forEach(action -> names.add(action.get("name").asText()));
        assertEquals(List.of("power-on", "power-off", "reboot", "rename"), names);
        JsonNode task = tasks.ended(act("reboot", Map.of("steps", 2, "step_ms", 50)));
        assertEquals("completed", task.get("status").asText(), task.toString());
        assertEquals("Took 2 steps.", task.get("message").asText());
        assertEquals(100, task.get("percent").asInt());
        assertEquals(
                List.of("Step 1 of 2", "Step 2 of 2", "Took 2 steps."),
                task.get("log").findValuesAsText("message"));
        assertEquals(List.of("admin action.end completed", "admin action.request accepted"), tasks.audit(machine));
    }

    @Test
    @Order(2)
    void isReachedByTheWordsOfThePlugin() throws IOException {
        String machines = "/providers/" + provider + "/machine/";
        assertEquals(6, product.get(machines).get("count").asInt(), "one host and five machines");
        String ref = product.get(machines + "gen-1-2/").get("ems_ref").asText();
        JsonNode task = product.post(machines + ref + "/power-on/", 202, Map.of());
        assertEquals("completed", tasks.ended(task).get("status").asText());
    }

    @Test
    @Order(3)
    void refusesWhatIsWrong() throws IOException {
        assertTrue(product.post(actions() + "explode/", 404, Map.of())
                .get("detail")
                .asText()
                .endsWith("Known: power-on, power-off, reboot, rename."));
        assertEquals(
                "'name' is required.",
                product.post(actions() + "rename/", 400, Map.of())
                        .at("/parameters/0")
                        .asText());
        product.post(actions() + "reboot/", 400, Map.of("dry_run", true));
        product.post("/resources/" + provider + "/actions/reboot/", 404, Map.of());
        JsonNode dry =
                product.post(actions() + "rename/", 202, Map.of("parameters", Map.of("name", "x"), "dry_run", true));
        assertTrue(tasks.ended(dry).get("message").asText().endsWith(" would be called x."));
    }

    @Test
    @Order(4)
    void oneAtATimeAndCanceledWithinTwoSeconds() throws IOException {
        JsonNode first = act("power-off", Map.of("outcome", "hang"));
        JsonNode refused = product.post(actions() + "power-on/", 409, Map.of());
        assertEquals(first.get("id").asText(), refused.get("task").asText());
        awaitStep(first, "Hanging");
        long begin = System.nanoTime();
        JsonNode canceled = cancel(first);
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 2000);
        assertEquals("canceled", canceled.get("status").asText());
        JsonNode amid = act("power-off", Map.of("outcome", "hang_changing"));
        awaitStep(amid, "Hanging");
        assertEquals("unknown", cancel(amid).get("status").asText());
        awaitIdle();
    }

    private static JsonNode cancel(JsonNode task) throws IOException {
        return product.post("/tasks/" + task.get("id").asText() + "/cancel/", 200, Map.of());
    }

    @Test
    @Order(5)
    void whoOnlyReadsMayNotAct() throws IOException {
        String user = product.post("/users/", 201, Map.of("username", "reader", "password", PASSWORD + "-of-reader"))
                .get("id")
                .asText();
        Map<String, Object> member = Map.of("user", user, "role", "organization_member", "organization", 1);
        product.post("/role-assignments/", 201, member);
        assertEquals(403, product.statusAs("reader", PASSWORD + "-of-reader", actions() + "power-on/"));
        assertEquals(403, product.statusAs("reader", PASSWORD + "-of-reader", "/audit/"));
    }

    @Test
    @Order(6)
    void aChangeThatAKillInterruptedIsUnknownAndNotRepeated() throws IOException {
        JsonNode before = act("power-off", Map.of("outcome", "hang"));
        awaitStep(before, "Hanging");
        killAndStart();
        JsonNode failed = tasks.ended(before);
        assertEquals("failed", failed.get("status").asText());
        assertTrue(failed.get("message").asText().endsWith("Nothing was changed."), failed.toString());
        JsonNode amid = act("power-off", Map.of("outcome", "hang_changing"));
        awaitStep(amid, "Hanging");
        killAndStart();
        JsonNode unknown = tasks.ended(amid);
        assertEquals("unknown", unknown.get("status").asText());
        assertTrue(unknown.get("message").asText().contains("look at the resource before you repeat it"));
    }

    private static void killAndStart() throws IOException {
        product.kill();
        product.start(Map.of());
    }

    @Test
    @Order(7)
    void aSecretIsNowhere() throws IOException, InterruptedException {
        JsonNode task = tasks.ended(act("rename", Map.of("name", "visible-name", "password", PASSWORD)));
        assertEquals("***", task.at("/parameters/password").asText());
        assertFalse(product.get("/audit/").toString().contains(PASSWORD));
        product.stop();
        assertEquals(List.of(), holding(PASSWORD));
        assertFalse(holding("visible-name").isEmpty(), "the search finds what is there");
    }

    /** Files of the product's home, and what it printed, that hold the text. */
    private static List<Path> holding(String text) throws IOException {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }
}
