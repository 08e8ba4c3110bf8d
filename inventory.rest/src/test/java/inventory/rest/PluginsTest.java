package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.ConflictException;
import inventory.api.LimitExceededException;
import inventory.api.UnusablePluginException;
import inventory.rest.FakePlugins.Received;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Installing, removing and testing plugins over HTTP. */
class PluginsTest {
    private static final String KEY = Samples.PLUGIN.key();
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private Answer upload(String query, String body) throws Exception {
        return server.send(server.known("/provider-plugins/upload/" + query)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String part(String field, String file, String content) {
        String name = "form-data; name=\"" + field + "\"" + (file.isEmpty() ? "" : "; filename=\"" + file + "\"");
        return "--cut\r\nContent-Disposition: " + name + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void uploadHandsTheFileOn() throws Exception {
        JsonNode done = upload(
                        "?force=true", part("note", "", "x") + part("plugin", "a.jar", "content") + "--cut--\r\n")
                .expect(201)
                .json();
        assertEquals(List.of(new Received("a.jar", "content", true)), server.core.plugins.received);
        assertEquals(KEY, done.path("plugin").path("key").textValue());
        assertEquals("0.0.9", done.path("replaced_version").textValue());
        assertEquals("skipped", done.path("dependencies").path("python").textValue());
        upload("?force=false", part("archive", "b.tgz", "c") + "--cut--\r\n").expect(201);
        upload("", part("plugin", "c", "") + "--cut--\r\n").expect(201);
        assertEquals(
                List.of(false, false),
                server.core.plugins.received.stream()
                        .skip(1)
                        .map(Received::force)
                        .toList());
    }

    @Test
    void uploadWithoutAFileIsRefused() throws Exception {
        for (String body : List.of(
                part("other", "a.jar", "x") + "--cut--\r\n",
                part("plugin", "", "no file") + "--cut--\r\n",
                part("plugin", "a.jar", "cut in the mid"),
                "no form at all")) {
            JsonNode refused = upload("", body).expect(400).json();
            assertTrue(refused.path("plugin").isArray(), body);
        }
        assertTrue(upload("?force=perhaps", part("plugin", "a.jar", "x") + "--cut--\r\n")
                .expect(400)
                .json()
                .has("force"));
        server.call("POST", "/provider-plugins/upload/", "{}").expect(415);
    }

    @Test
    void refusalsHaveTheirOwnStatus() throws Exception {
        String body = part("plugin", "a.jar", "x") + "--cut--\r\n";
        server.core.plugins.refusal = ConflictException.taken("It is here.", KEY);
        assertEquals(
                KEY,
                upload("", body)
                        .expect(409)
                        .json()
                        .path("existing_plugin")
                        .path("key")
                        .textValue());
        server.core.plugins.refusal = new LimitExceededException("Too large.");
        upload("", body).expect(413);
        server.core.plugins.refusal = new UnusablePluginException("It does not resolve:", List.of("a", "b"));
        JsonNode unusable = upload("", body).expect(422).json();
        assertEquals("It does not resolve: a; b", unusable.path("detail").textValue());
        assertEquals(2, unusable.path("problems").size());
    }

    @Test
    void removalCountsWhoUsesIt() throws Exception {
        String path = "/provider-plugins/" + KEY + "/";
        assertEquals(
                2,
                server.call("DELETE", path, "")
                        .expect(409)
                        .json()
                        .path("active_instances")
                        .intValue());
        JsonNode done =
                server.call("DELETE", path + "?force=true", "").expect(200).json();
        assertTrue(done.path("removed_from_registry").booleanValue());
        assertTrue(done.path("removed_files").booleanValue());
        assertEquals(2, done.path("orphaned_instances").intValue());
        server.call("DELETE", "/provider-plugins/other:other/", "").expect(404);
        server.call("DELETE", "/provider-plugins/other/", "").expect(400);
    }

    @Test
    void oneProviderIsTested() throws Exception {
        JsonNode result = server.call("POST", "/providers/" + Samples.ID + "/test/", "")
                .expect(200)
                .json();
        assertEquals(Samples.ID.toString(), result.path("provider_id").textValue());
        assertTrue(result.path("success").booleanValue());
    }
}
