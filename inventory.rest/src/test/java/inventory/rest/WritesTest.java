package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.admin.CollectRequest;
import inventory.api.admin.ProviderDraft;
import inventory.api.query.Listings;
import inventory.rest.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes reach the core as they were meant, and answer with the row. */
class WritesTest {
    private static final String ID = Samples.ID.toString();
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private String written() {
        return server.core.written.get(server.core.written.size() - 1);
    }

    @Test
    void aProviderIsCreated() throws Exception {
        Answer answer = server.call("POST", "/providers/", """
                {"name": "lab", "infrastructure": "public_cloud", "vendor": "aws", "provider_type": "aws",
                 "enabled": false, "organization": "1", "connection_config": {"Regions": ["a", 1, {"b": null}]},
                 "id": "ignored", "created": 5, "last_collection_status": null}""");
        answer.expect(201);
        assertEquals(server.base() + "/providers/" + ID + "/", answer.header("Location"));
        JsonNode row = answer.json();
        assertEquals(16, row.size());
        assertEquals("2026-01-31T12:00:00.123456Z", row.path("created").textValue());
        assertTrue(row.path("last_refresh_at").isNull());
        assertEquals("completed", row.path("last_collection_status").textValue());
        assertEquals(1, row.path("connection_config").path("Mixed Case").intValue());
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("b", null);
        ProviderDraft draft = new ProviderDraft(
                Optional.of("lab"),
                Optional.of("public_cloud"),
                Optional.of("aws"),
                Optional.of("aws"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                Optional.of(Map.of("Regions", List.of("a", 1, nothing))),
                Optional.of(1L));
        assertEquals("create " + draft, written());
    }

    @Test
    void aRowCanBeSentBackAsItWasRead() throws Exception {
        String row = Json.mapper().writeValueAsString(Samples.PROVIDER).replace("\"last_refresh_at\":null,", "");
        server.call("PUT", "/providers/" + ID + "/", row).expect(200);
        assertTrue(written().startsWith("replace " + ID), written());
        server.call("PATCH", "/providers/" + ID + "/", "{\"enabled\":true}").expect(200);
        assertTrue(written().startsWith("change " + ID), written());
        assertEquals(
                "",
                server.call("DELETE", "/providers/" + ID + "/", "").expect(204).text());
        assertEquals("delete " + ID, written());
    }

    @Test
    void aRunIsAcceptedWithAndWithoutBody() throws Exception {
        Answer bare = server.send(server.known("/providers/" + ID + "/collect/").POST(BodyPublishers.noBody()));
        bare.expect(202);
        assertEquals("pending", bare.json().path("status").textValue());
        assertEquals(1.5, bare.json().path("duration_seconds").doubleValue());
        assertEquals("collect " + ID + " " + CollectRequest.FULL, written());
        server.call("POST", "/providers/" + ID + "/collect", "{}").expect(202);
        assertEquals("collect " + ID + " " + CollectRequest.FULL, written());
        server.call(
                        "POST",
                        "/providers/" + ID + "/collect/",
                        "{\"collection_type\":\"targeted\",\"target_resource_types\":[\"vpc\"],\"confirm_removals\":true}")
                .expect(202);
        assertEquals("collect " + ID + " " + new CollectRequest("targeted", List.of("vpc"), true), written());
        server.call("POST", "/providers/" + ID + "/collect/", "{\"target_resource_types\":[1]}")
                .problem(400);
        server.call("POST", "/collection-runs/" + ID + "/cancel/", "").expect(200);
        assertEquals("cancel " + ID, written());
    }

    @Test
    void organizationsAndTeamsAreWritten() throws Exception {
        server.call("POST", "/organizations/", "{\"name\":\"a\"}").expect(201);
        assertEquals("create organization Optional[a] Optional.empty", written());
        server.call("PATCH", "/organizations/1/", "{\"description\":\"d\",\"id\":9}")
                .expect(200);
        assertEquals("update organization 1 Optional.empty Optional[d]", written());
        server.call("PUT", "/organizations/1/", "{\"name\":\"b\"}").expect(200);
        assertEquals("update organization 1 Optional[b] Optional[]", written());
        assertTrue(server.call("PUT", "/organizations/1/", "{}").problem(400).contains("name"));
        server.call("DELETE", "/organizations/1/", "").expect(204);
        server.call("POST", "/teams/", "{\"name\":\"t\",\"organization\":1}").expect(201);
        assertEquals("create team Optional[t] Optional.empty Optional[1]", written());
        server.call("PATCH", "/teams/2/", "{\"name\":\"u\",\"organization\":5}").expect(200);
        assertEquals("update team 2 Optional[u] Optional.empty", written());
        server.call("DELETE", "/teams/2/", "").expect(204);
        server.core.inventory.add(Listings.ORGANIZATIONS, 1, Samples.ORGANIZATION);
        server.get("/organizations/1/teams/").expect(200);
        assertEquals(List.of("1"), server.core.inventory.lastQuery().filters().get("organization"));
        server.get("/organizations/2/teams/").problem(404);
    }

    @Test
    void usersAreWrittenAndPasswordsNeverShown() throws Exception {
        Answer made =
                server.call("POST", "/users/", "{\"username\":\"u\",\"password\":\"p4ss\",\"is_superuser\":true}");
        assertFalse(made.expect(201).text().contains("p4ss"));
        assertFalse(made.json().has("password"));
        assertEquals("create user UserDraft[u] true", written());
        server.call("PATCH", "/users/1/", "{\"first_name\":\"F\"}").expect(200);
        server.call("PUT", "/users/1/", "{}").problem(400);
        server.call("DELETE", "/users/1/", "").expect(204);
        assertEquals("delete user 1", written());
    }

    @Test
    void rolesAreGivenAndTaken() throws Exception {
        server.call("POST", "/role-assignments/", "{\"user\":1,\"role\":\"team_admin\",\"team\":2}")
                .expect(201);
        assertEquals("grant Optional[1] Optional[team_admin] Optional.empty Optional[2]", written());
        server.call("DELETE", "/role-assignments/3/", "").expect(204);
        assertEquals("revoke 3", written());
    }

    @Test
    void tagsAreMadeAndPutOnResources() throws Exception {
        server.call("POST", "/tags/", "{\"organization\":1,\"namespace\":\"it\",\"key\":\"k\",\"value\":\"v\"}")
                .expect(201);
        assertEquals("create tag Optional[1] Optional[it] Optional[k] Optional[v]", written());
        String resources = "{\"resources\":[\"" + ID + "\"]}";
        server.call("POST", "/tags/" + ID + "/assign/", resources).expect(204);
        assertEquals("assign " + ID + " [" + ID + "]", written());
        server.call("POST", "/tags/" + ID + "/unassign/", resources).expect(204);
        assertTrue(server.call("POST", "/tags/x/assign/", "{\"resources\":[\"1-1-1-1-1\"]}")
                .problem(400)
                .contains("UUID"));
        assertTrue(
                server.call("POST", "/tags/x/assign/", "").problem(400).contains("resources: This field is required."));
        server.call("DELETE", "/tags/" + ID + "/", "").expect(204);
    }

    @Test
    void pluginsAreListedReadRefreshedAndTested() throws Exception {
        JsonNode plugins = server.get("/provider-plugins/").expect(200).json();
        assertTrue(plugins.isArray());
        assertEquals("aws:aws", plugins.path(0).path("key").textValue());
        JsonNode plugin = server.get("/provider-plugins/aws:aws/").expect(200).json();
        assertEquals(
                "regions",
                plugin.path("connection_parameters").path(0).path("name").textValue());
        assertTrue(plugin.path("connection_parameters")
                .path(0)
                .path("default_value")
                .isNull());
        server.get("/provider-plugins/no:such/").problem(404);
        server.get("/provider-plugins/nocolon/").problem(400);
        JsonNode refreshed = server.call("POST", "/provider-plugins/refresh/", "")
                .expect(200)
                .json();
        assertEquals(
                "Registry refreshed. 1 provider(s) discovered.",
                refreshed.path("detail").textValue());
        JsonNode tested = server.call("POST", "/provider-plugins/aws:aws/test/", "")
                .expect(200)
                .json();
        assertEquals(0, tested.path("results").size());
        assertTrue(tested.path("detail").isTextual());
    }
}
