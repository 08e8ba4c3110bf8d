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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import provider.leaseweb.FakeLeaseweb;

/** Partition schemas of LeaseWeb, kept by name in the whole product on each database, and used by an installation. */
class PartitionSchemasIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String ROOT = "{\"filesystem\":\"ext4\",\"mountpoint\":\"/\",\"size\":\"*\"}";
    private static final String SWAP = "{\"filesystem\":\"swap\",\"size\":\"4096\"}";

    @TempDir
    Path folder;

    private Product product;
    private AdminCalls calls;
    private String provider;

    @Test
    void areKeptInTheEmbeddedDatabase() throws Exception {
        try (FakeLeaseweb leaseweb = FakeLeaseweb.with(2);
                Product started = new Product(folder.resolve("home"))) {
            product = started;
            calls = new AdminCalls(started);
            product.start(Map.of());
            areKept(leaseweb);
            areUsed(leaseweb);
            product.stop();
            product.start(Map.of());
            Await.until("the path is there", SOON, this::hasPath);
            assertEquals(200, calls.get(schemas("web/")).statusCode());
            product.delete("/providers/" + provider + "/", 204);
            assertEquals(404, calls.get(schemas("web/")).statusCode());
        }
    }

    @Test
    void areKeptInPostgres() throws Exception {
        try (FakeLeaseweb leaseweb = FakeLeaseweb.with(2);
                PostgresPeer postgres = PostgresPeer.start();
                Product started = new Product(folder.resolve("home"))) {
            product = started;
            calls = new AdminCalls(started);
            product.start(Map.of(
                    "INVENTORY_DB_URL", postgres.newDatabase(),
                    "INVENTORY_DB_USER", postgres.user(),
                    "INVENTORY_DB_PASSWORD", postgres.password()));
            areKept(leaseweb);
            postgres.stopServer();
            HttpResponse<String> away = add("away");
            assertEquals(503, away.statusCode(), away.body());
            assertTrue(away.headers().firstValue("Retry-After").isPresent());
            postgres.startServer();
            Await.until("healthy again", SOON, () -> product.healthStatus() == 200);
            assertEquals(404, calls.get(schemas("away/")).statusCode());
            assertEquals(200, calls.get(schemas("web/")).statusCode());
        }
    }

    private void areKept(FakeLeaseweb leaseweb) throws IOException {
        Await.until("the path is there", SOON, this::hasPath);
        provider = product.provider("Leased", "leaseweb:baremetal", Map.of("api_key", FakeLeaseweb.KEY));
        product.patch("/providers/" + provider + "/", Map.of("endpoint", leaseweb.url()));
        HttpResponse<String> made = add("web");
        assertEquals(201, made.statusCode(), made.body());
        String place = made.headers().firstValue("Location").orElseThrow();
        assertEquals(product.address() + "/providers/" + provider + "/pschema/web/", place);
        assertEquals(409, add("web").statusCode());
        assertEquals(201, add("db").statusCode());
        JsonNode page = AdminCalls.json(calls.get(schemas("?page_size=1")));
        assertEquals(
                "2 db",
                page.get("count").asText() + " " + page.at("/results/0/name").asText());
        assertTrue(page.get("next").asText().endsWith("/pschema/?page=2&page_size=1"), page.toString());
        isReplacedByWhoHasSeenIt();
        assertEquals(204, calls.delete(schemas("db/")).statusCode());
        assertEquals(404, calls.get(schemas("db/")).statusCode());
        String other = product.generator("Made up", Map.of("resources", 10));
        HttpResponse<String> none = calls.get("/providers/" + other + "/pschema/");
        assertEquals(404, none.statusCode());
        assertEquals(
                "There is no provider " + other + " of leaseweb:baremetal.",
                AdminCalls.json(none).get("detail").asText());
    }

    private void isReplacedByWhoHasSeenIt() throws IOException {
        HttpResponse<String> replaced = replace("\"1\"", SWAP + "," + ROOT);
        assertEquals(200, replaced.statusCode(), replaced.body());
        assertEquals("\"2\"", replaced.headers().firstValue("ETag").orElseThrow());
        assertEquals(412, replace("\"1\"", SWAP + "," + ROOT).statusCode());
        assertEquals(
                412,
                calls.send(calls.request(schemas("web/"))
                                .header("If-Match", "\"1\"")
                                .DELETE())
                        .statusCode());
        HttpResponse<String> wrong = replace("*", SWAP);
        assertEquals(400, wrong.statusCode());
        assertEquals(
                "[\"There is none with the mountpoint /.\"]",
                AdminCalls.json(wrong).get("partitions").toString());
    }

    private void areUsed(FakeLeaseweb leaseweb) throws IOException {
        assertEquals("completed", product.collect(provider).get("status").asText());
        String install = "/providers/" + provider + "/server/100001/install/";
        JsonNode unknown =
                product.post(install, 202, Map.of("operating_system", "DEBIAN_12_64BIT", "partition_schema", "none"));
        Await.until("the task has ended", SOON, () -> task(unknown, "status").equals("failed"));
        assertEquals(
                "partition_schema 'none' is unknown; there is web. Nothing was changed.", task(unknown, "message"));
        JsonNode task =
                product.post(install, 202, Map.of("operating_system", "DEBIAN_12_64BIT", "partition_schema", "web"));
        assertEquals("web", task.at("/parameters/partition_schema").asText());
        Await.until("the task has ended", SOON, () -> task(task, "status").equals("completed"));
        assertEquals(
                "POST servers/100001/install {\"operatingSystemId\":\"DEBIAN_12_64BIT\",\"powerCycle\":true,\"partitions\":["
                        + SWAP + "," + ROOT + "]}",
                String.join("\n", leaseweb.changes()));
    }

    private String task(JsonNode task, String field) throws IOException {
        return product.get("/tasks/" + task.get("id").asText() + "/").get(field).asText();
    }

    private boolean hasPath() throws IOException {
        return product.get("/openapi.json").get("paths").has("/providers/{provider}/pschema/{name}/");
    }

    private HttpResponse<String> add(String name) throws IOException {
        return calls.post(schemas(""), "{\"name\":\"" + name + "\",\"partitions\":[" + ROOT + "]}");
    }

    private HttpResponse<String> replace(String ifMatch, String partitions) throws IOException {
        return calls.send(calls.request(schemas("web/"))
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString("{\"partitions\":[" + partitions + "]}")));
    }

    private String schemas(String rest) {
        return "/providers/" + provider + "/pschema/" + rest;
    }
}
