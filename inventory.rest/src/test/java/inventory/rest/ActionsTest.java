package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.ConflictException;
import inventory.api.identity.Caller;
import inventory.api.query.Listings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Actions over HTTP, by resource and by the words of the provider's plugin. */
class ActionsTest {
    private static final String ID = Samples.ID.toString();
    private static final String SERVERS = "/providers/" + ID + "/ec2/";
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RestServer();
        server.core.inventory.add(Listings.PROVIDERS, ID, Samples.PROVIDER);
        server.core.inventory.add(Listings.TASKS, ID, Samples.TASK);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private String written() {
        return server.core.written.get(server.core.written.size() - 1);
    }

    @Test
    void aResourceTellsWhatCanBeDoneToIt() throws Exception {
        JsonNode actions =
                server.get("/resources/" + ID + "/actions/").expect(200).json();
        assertEquals(1, actions.size());
        assertEquals("reboot", actions.path(0).path("name").textValue());
        assertEquals("soft", actions.at("/0/parameters/0/default_value").textValue());
        assertTrue(actions.at("/0/destructive").booleanValue());
    }

    @Test
    void anActionIsAcceptedWithTheAddressOfItsTask() throws Exception {
        Answer answer = server.send(server.known("/resources/" + ID + "/actions/reboot/")
                .header("X-Request-Id", "r-17")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"parameters\":{\"mode\":\"soft\",\"n\":null}}")));
        answer.expect(202);
        assertEquals(server.base() + "/tasks/" + ID + "/", answer.header("Location"));
        assertEquals("running", answer.json().path("status").textValue());
        assertEquals("Waiting for the guest", answer.json().at("/log/0/message").textValue());
        assertEquals("start " + ID + " ActionOrder[reboot] {mode=soft, n=null} r-17", written());
        server.call("POST", "/resources/" + ID + "/actions/rename/", "{\"dry_run\":true}")
                .expect(202);
        assertEquals("start " + ID + " ActionOrder[rename, dry run] {} ", written());
        server.call("POST", "/resources/" + ID + "/actions/reboot", "").expect(202);
        assertTrue(server.call("POST", "/resources/" + ID + "/actions/reboot/", "{\"mode\":\"soft\"}")
                .problem(400)
                .contains("mode"));
    }

    @Test
    void aTaskInTheWayIsNamed() throws Exception {
        server.core.actions.refusal = Optional.of(ConflictException.busy("Another one.", Samples.ID));
        Answer answer = server.call("POST", "/resources/" + ID + "/actions/reboot/", "{}");
        assertEquals("Another one.", answer.problem(409));
        assertEquals(ID, answer.json().path("task").textValue());
    }

    @Test
    void tasksAreReadAndCanceled() throws Exception {
        assertEquals(
                "reboot",
                server.get("/tasks/" + ID + "/")
                        .expect(200)
                        .json()
                        .path("action")
                        .textValue());
        server.call("POST", "/tasks/" + ID + "/cancel/", "").expect(200);
        assertEquals("cancel task " + ID, written());
    }

    @Test
    void theAuditIsForThoseWhoReadEverything() throws Exception {
        server.get("/audit/").expect(200);
        server.core.user = new Caller(2, RestServer.USER, false, true, Set.of(), Set.of());
        server.get("/audit/").expect(200);
        server.core.user = new Caller(3, RestServer.USER, false, false, Set.of(1L), Set.of(1L));
        server.get("/audit/").problem(403);
        server.get("/audit/" + ID + "/").problem(403);
        server.get("/audit/?format=csv").problem(403);
    }

    @Test
    void wordsOfThePluginListItsResources() throws Exception {
        server.core.inventory.add(Listings.RESOURCES, ID, Samples.resource("web"));
        for (String path : List.of(SERVERS, "/providers/" + ID + "/ec2")) {
            JsonNode page = server.get(path + "?name=web").expect(200).json();
            assertEquals(1, page.path("count").intValue());
            assertEquals(
                    List.of("virtual_machine"),
                    server.core.inventory.lastQuery().filters().get("resource_type_slug__in"));
            assertEquals(
                    List.of(ID), server.core.inventory.lastQuery().filters().get("provider"));
        }
        server.get(SERVERS + "volume/").expect(200);
        assertEquals(
                List.of("block_storage"),
                server.core.inventory.lastQuery().filters().get("resource_type_slug__in"));
        assertEquals(
                "web",
                server.get(SERVERS + "i-1/").expect(200).json().path("name").textValue());
        assertEquals(List.of("i-1"), server.core.inventory.lastQuery().filters().get("ems_ref"));
        assertEquals(
                "Not found. Below this provider there are: ec2, ec2/volume.",
                server.get("/providers/" + ID + "/server/").problem(404));
        server.get("/providers/nobody/ec2/").problem(404);
    }

    @Test
    void wordsOfThePluginStartActions() throws Exception {
        server.core.inventory.add(Listings.RESOURCES, ID, Samples.resource("web"));
        server.core.inventory.add(Listings.RESOURCES, "x", Samples.resource("a/b/c", "path", Map.of()));
        for (String method : List.of("POST", "PUT")) {
            Answer flat = server.call(method, SERVERS + "i-1/reboot/", "{\"mode\":\"soft\",\"n\":1}");
            flat.expect(202);
            assertEquals(server.base() + "/tasks/" + ID + "/", flat.header("Location"));
            assertEquals("start " + ID + " ActionOrder[reboot] {mode=soft, n=1} ", written());
        }
        server.call("PUT", SERVERS + "a/b/c/rename", "{\"parameters\":{\"name\":\"x\"},\"dry_run\":true}")
                .expect(202);
        assertEquals("start " + ID + " ActionOrder[rename, dry run] {name=x} ", written());
        assertEquals(
                List.of("a/b/c"), server.core.inventory.lastQuery().filters().get("ems_ref"));
        server.call("POST", SERVERS + "i-1/reboot/", "").expect(202);
        server.call("POST", SERVERS + "i-1/reboot/", "[1]").problem(400);
        server.call("POST", SERVERS + "i-1/reboot/", "{\"dry_run\":\"perhaps\"}")
                .problem(400);
        server.call("POST", SERVERS + "i-1/", "{}").problem(404);
        server.call("POST", "/providers/" + ID + "/server/i-1/reboot/", "{}").problem(404);
    }

    @Test
    void aNameServesWhereItIsTheOnlyOne() throws Exception {
        server.core.inventory.add(Listings.RESOURCES, "1", Samples.resource("arn:aws:x/web", "web", Map.of()));
        server.core.inventory.add(Listings.RESOURCES, "2", Samples.resource("i-2", "twin", Map.of()));
        server.core.inventory.add(Listings.RESOURCES, "3", Samples.resource("i-3", "twin", Map.of()));
        assertEquals("arn:aws:x/web", emsRef("web"));
        assertEquals("arn:aws:x/web", emsRef("arn:aws:x/web"));
        assertEquals("arn:aws:x/web", emsRef("arn%3Aaws%3Ax/web"));
        server.call("POST", SERVERS + "web/reboot/", "").expect(202);
        assertEquals(
                "The provider has several ec2 with this name. Name one by its id: i-2, i-3.",
                server.call("POST", SERVERS + "twin/reboot/", "").problem(409));
        server.core.inventory.add(Listings.RESOURCES, "4", Samples.resource("twin", "other", Map.of()));
        assertEquals("twin", emsRef("twin"), "an id goes before a name");
        assertEquals(
                "The provider has no ec2 with this id or name.",
                server.get(SERVERS + "nobody/").problem(404));
    }

    private String emsRef(String word) throws Exception {
        return server.get(SERVERS + word + "/")
                .expect(200)
                .json()
                .path("ems_ref")
                .textValue();
    }

    @Test
    void whatEveryProviderHasIsNotTakenForAWord() throws Exception {
        server.call("POST", "/providers/" + ID + "/collect/", "{}").expect(202);
        assertTrue(written().startsWith("collect " + ID), written());
        server.call("POST", "/providers/" + ID + "/test/", "").expect(200);
        Answer delete = server.call("DELETE", SERVERS + "i-1/", "");
        delete.problem(405);
        assertEquals("GET, HEAD, OPTIONS, POST, PUT", delete.header("Allow"));
    }
}
