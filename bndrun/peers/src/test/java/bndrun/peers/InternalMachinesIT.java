package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.core.store.PostgresPeer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines kept by hand, in the whole product on each database: a bundle with tables and paths of its own that comes and goes. */
class InternalMachinesIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private Product product;
    private AdminCalls calls;
    private String provider;

    @Test
    void keepsMachinesInTheEmbeddedDatabase() throws Exception {
        try (Product started = new Product(folder.resolve("home"))) {
            use(started);
            product.start(Map.of());
            keepsWhatPeopleSay();
            loadsATable();
            comesAndGoesWithItsPaths();
            product.stop();
            product.start(Map.of());
            Await.until("the paths are there", SOON, () -> paths() == 2);
            assertEquals(3, count("/internal/machines/"));
        }
    }

    @Test
    void keepsMachinesInPostgres() throws Exception {
        try (PostgresPeer postgres = PostgresPeer.start();
                Product started = new Product(folder.resolve("home"))) {
            use(started);
            product.start(Map.of(
                    "INVENTORY_DB_URL", postgres.newDatabase(),
                    "INVENTORY_DB_USER", postgres.user(),
                    "INVENTORY_DB_PASSWORD", postgres.password()));
            keepsWhatPeopleSay();
            loadsATable();
            postgres.stopServer();
            HttpResponse<String> away = machine("{\"provider\": \"" + provider + "\", \"type\": \"vm\"}");
            assertEquals(503, away.statusCode(), away.body());
            assertTrue(away.headers().firstValue("Retry-After").isPresent());
            postgres.startServer();
            Await.until("healthy again", SOON, () -> product.healthStatus() == 200);
            assertEquals(3, count("/internal/machines/"));
            assertEquals(
                    201,
                    machine("{\"provider\": \"" + provider + "\", \"type\": \"vm\"}")
                            .statusCode());
        }
    }

    private void use(Product started) {
        product = started;
        calls = new AdminCalls(started);
    }

    private void keepsWhatPeopleSay() throws Exception {
        Await.until("the paths are there", SOON, () -> paths() == 2);
        provider = product.provider("Rack 7", "internal:internal", Map.of());
        HttpResponse<String> made = machine("{\"provider\": \"" + provider
                + "\", \"type\": \"baremetal\", \"name\": \"db1\", \"private_ip\": \"10.1.2.3\", \"memory_mb\": 1024}");
        assertEquals(201, made.statusCode(), made.body());
        String id = AdminCalls.json(made).get("id").asText();
        assertTrue(id.startsWith("rack7-"), id);
        Await.until("it is a resource", SOON, () -> resources("name=db1&memory_mb=1024") == 1);
        product.patch("/internal/machines/" + id + "/", Map.of("memory_mb", 2048));
        Await.until("the change is there", SOON, () -> resources("name=db1&memory_mb=2048") == 1);
        String resource = product.get("/resources/?name=db1")
                .get("results")
                .get(0)
                .get("id")
                .asText();
        JsonNode memory = product.get("/resources/" + resource + "/history/").at("/summary/memory_mb");
        assertEquals(
                "1024 2048",
                memory.get("min").asText() + " " + memory.get("max").asText());
        HttpResponse<String> stale = calls.send(calls.request("/internal/machines/" + id + "/")
                .header("If-Match", "\"1\"")
                .DELETE());
        assertEquals(412, stale.statusCode(), stale.body());
        assertEquals(
                1, product.get("/providers/" + provider + "/internal/resource/").size());
        assertEquals(204, calls.delete("/internal/machines/" + id + "/").statusCode());
        Await.until("the resource is gone", SOON, () -> resources("name=db1") == 0);
    }

    private void loadsATable() throws Exception {
        List<String> rows = new ArrayList<>(List.of("\uFEFFname;type;tag.ROLE"));
        rows.addAll(List.of("a;vm;=web", "\"b;\";container;Datenträger", "c;cloud;"));
        HttpResponse<String> wrong = load(rows);
        assertEquals(400, wrong.statusCode());
        JsonNode told = AdminCalls.json(wrong).get("rows");
        assertEquals(
                "[{\"row\":4,\"field\":\"type\",\"message\":\"Must be one of vm, container, baremetal.\"}]",
                told.toString());
        assertEquals(0, count("/internal/machines/"));
        rows.set(3, "c;vm;");
        assertEquals(200, load(rows).statusCode());
        Await.until("they are resources", SOON, () -> resources("state=active") == 3);
        String table =
                calls.get("/internal/machines/export/?provider=" + provider).body();
        assertTrue(table.contains(",'=web\r\n"), table);
    }

    private void comesAndGoesWithItsPaths() throws Exception {
        try (Bystander bystander = new Bystander(() -> calls.get("/tags/").statusCode())) {
            for (int time = 0; time < 5; time++) {
                console("stop");
                Await.until("the paths are gone", SOON, () -> paths() == 0);
                assertEquals(404, calls.get("/internal/machines/").statusCode());
                console("start");
                Await.until("the paths are back", SOON, () -> paths() == 2);
            }
            assertEquals(Set.of(200), bystander.statuses(), "all other paths stay while these come and go");
        }
        assertEquals(3, count("/internal/machines/"));
    }

    private HttpResponse<String> machine(String json) throws IOException {
        return calls.post("/internal/machines/", json);
    }

    private HttpResponse<String> load(List<String> rows) throws IOException {
        return calls.send(calls.request("/internal/machines/import/?provider=" + provider)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(String.join("\r\n", rows))));
    }

    private void console(String action) throws IOException {
        String bundle = product.address().replaceFirst("/api/.*", "/system/console/bundles/provider.internal");
        HttpResponse<String> answer = calls.send(calls.request(bundle)
                .header("Origin", bundle.replaceFirst("/system.*", ""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("action=" + action)));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    /** In the description, and in the index. */
    private int paths() throws IOException {
        JsonNode described = product.get("/openapi.json").get("paths");
        assertTrue(described.has("/resources/"), "the product's own paths stay");
        return (described.has("/internal/machines/{id}/") ? 1 : 0)
                + (product.get("/").has("internal/machines") ? 1 : 0);
    }

    private int count(String path) throws IOException {
        return product.get(path).get("count").asInt();
    }

    private int resources(String filter) throws IOException {
        return count("/resources/?provider=" + provider + "&" + filter);
    }
}
