package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.query.Health;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in, and what is answered while the core or its store is away. */
class AccessTest {
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void pingHealthAndIndexAreOpen() throws Exception {
        for (String path : List.of("/ping", "/ping/", "/health", "/health/", "/", "")) {
            server.send(server.request(path)).expect(200);
        }
        assertEquals(
                "{\"ping\":\"pong\"}", server.send(server.request("/ping/")).text());
        assertEquals(
                "{\"status\":\"healthy\",\"checks\":{\"database\":\"ok\"}}",
                server.send(server.request("/health/")).text());
        Answer index = server.send(server.request("/"));
        for (Listing<?> listing : Listings.ALL) {
            assertEquals(
                    server.base() + "/" + listing.name() + "/",
                    index.json().path(listing.name()).textValue());
        }
        assertEquals(
                server.base() + "/provider-plugins/",
                index.json().path("provider-plugins").textValue());
    }

    @Test
    void everythingElseIsRefusedWithAChallengeWhetherItExistsOrNot() throws Exception {
        for (String path : List.of("/providers/", "/resources/x/history/", "/nothing/", "/ping/x", "/docs/")) {
            Answer answer = server.send(server.request(path));
            assertEquals("Authentication credentials were not provided.", answer.problem(401), path);
            assertTrue(answer.header("WWW-Authenticate").startsWith("Basic realm="), path);
        }
        assertEquals(401, server.send(server.request("/ping/").DELETE()).status());
    }

    @Test
    void wrongCredentialsAreRefused() throws Exception {
        for (String credentials : List.of("admin:admin", "nobody:x", "admin", ":", "", "admin:" + "x".repeat(5000))) {
            refused("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        refused("Basic %%%");
        refused("Basic");
        refused("Bearer " + Base64.getEncoder().encodeToString("x:y".getBytes(StandardCharsets.UTF_8)));
    }

    private void refused(String header) throws Exception {
        Answer answer = server.send(server.request("/providers/").header("Authorization", header));
        assertEquals("Invalid username or password.", answer.problem(401), header);
    }

    @Test
    void theRightOnesAreLetIn() throws Exception {
        server.get("/providers/").expect(200);
        server.core.inventory.add(Listings.USERS, FakeCore.ADMIN.userId(), Samples.USER);
        assertEquals(
                "admin",
                server.get("/users/me/").expect(200).json().path("username").textValue());
    }

    @Test
    void withoutTheCorePingAnswersAndAllElseSaysTryAgain() throws Exception {
        server.link.unbindCore(server.link.get());
        server.send(server.request("/ping/")).expect(200);
        Answer health = server.send(server.request("/health/")).expect(503);
        assertEquals("unhealthy", health.json().path("status").textValue());
        assertTrue(health.json().path("checks").path("database").textValue().startsWith("error: "));
        Answer call = server.get("/providers/");
        assertTrue(call.problem(503).contains("starting"));
        assertEquals("7", call.header("Retry-After"));
    }

    @Test
    void aStoreThatIsDownIsA503() throws Exception {
        server.core.storeIsDown();
        server.core.inventory.health = new Health(false, Map.of("database", "error: refused"));
        Answer call = server.get("/providers/");
        assertEquals("The database cannot be reached.", call.problem(503));
        assertEquals("7", call.header("Retry-After"));
        assertTrue(call.json().has("id"));
        assertEquals(
                "{\"status\":\"unhealthy\",\"checks\":{\"database\":\"error: refused\"}}",
                server.send(server.request("/health/")).expect(503).text());
        server.send(server.request("/providers/")).problem(401);
    }

    @Test
    void answersAreNeitherCachedNorRun() throws Exception {
        for (Answer answer : List.of(server.get("/providers/"), server.get("/nothing/"))) {
            assertEquals("no-store", answer.header("Cache-Control"));
            assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"));
        }
    }
}
