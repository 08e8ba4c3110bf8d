package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Felix web console of the whole product. */
class ConsoleIT {
    private static final int ROUNDS = 100;

    @TempDir
    static Path folder;

    private static Product product;
    private static String console;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        product = new Product(folder.resolve("home"));
        product.start(Map.of());
        console = product.address().replaceFirst("/api/.*", "/system/console");
        Await.until(
                "the console is there", Duration.ofSeconds(30), () -> new ConsoleIT().get("/bundles", "", "") == 401);
    }

    @AfterAll
    static void end() {
        product.close();
    }

    @Test
    void isForSuperusersAlone() throws IOException {
        product.post("/users/", 201, Map.of("username", "mia", "password", "mia-password"));
        for (String path : new String[] {"", "/bundles", "/inventory", "/configMgr", "/bundles.json"}) {
            assertEquals(401, get(path, "", ""), path);
            assertEquals(401, get(path, "admin", "admin"), path);
            assertEquals(403, get(path, "mia", "mia-password"), path);
        }
        assertEquals(200, get("/bundles", "admin", product.password()));
    }

    @Test
    void refusesWhatOtherSitesPost() throws IOException {
        HttpRequest.Builder post = request("/bundles/0", "admin", product.password())
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.ofString("action=stop"));
        assertEquals(403, send(post).statusCode());
        assertEquals(200, product.healthStatus());
    }

    @Test
    void hasAPageOfTheInventory() throws IOException {
        String provider = product.generator("<i>estate</i>", Map.of("resources", 8));
        product.collect(provider);
        String menu = body("/bundles");
        assertTrue(menu.contains("href=\"/system/console/inventory\""), "in the menu");
        String page = body("/inventory");
        for (String shown : new String[] {
            "<td>aws:aws</td>",
            "&lt;i&gt;estate&lt;/i&gt;",
            "<td>completed</td>",
            "Nothing runs now.",
            "Inventory is healthy."
        }) {
            assertTrue(page.contains(shown), shown + " is missing in " + page);
        }
        assertFalse(page.contains("<i>estate"), "escaped");
    }

    /** The leaving of a bundle that brings paths has the application put together anew. */
    @Test
    void noCallFailsWhileBundlesComeAndGo() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Set<Integer>> asked = CompletableFuture.supplyAsync(() -> {
            Set<Integer> answers = new HashSet<>();
            while (!done.get()) {
                answers.add(product.healthStatus());
            }
            return answers;
        });
        for (int round = 0; round < ROUNDS; round++) {
            for (String action : List.of("stop", "start")) {
                HttpRequest.Builder post = request("/bundles/provider.leaseweb", "admin", product.password())
                        .header("Origin", console.replace("/system/console", ""))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("action=" + action));
                assertEquals(200, send(post).statusCode());
            }
        }
        done.set(true);
        assertEquals(Set.of(200), asked.get(1, TimeUnit.MINUTES));
        assertFalse(product.printed().contains("Exception"), product.printed());
    }

    private String body(String path) throws IOException {
        HttpResponse<String> response = send(request(path, "admin", product.password()));
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }

    /** @return the status */
    private int get(String path, String user, String password) throws IOException {
        return send(request(path, user, password)).statusCode();
    }

    private static HttpRequest.Builder request(String path, String user, String password) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console + path));
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return user.isEmpty()
                ? request
                : request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
