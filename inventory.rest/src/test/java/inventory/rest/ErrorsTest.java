package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.query.Listings;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong is told as JSON with the right status, and nothing reaches the core. */
class ErrorsTest {
    private static final String GOOD =
            "\"name\":\"x\",\"infrastructure\":\"public_cloud\",\"vendor\":\"aws\",\"organization\":1";
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
    void whatIsNoJsonIsRefusedWithItsPlace() throws Exception {
        for (String body : List.of(
                "{",
                "{'a':1}",
                "{\"name\":}",
                "{" + GOOD + "} trailing",
                "{" + GOOD + "}{}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"connection_config\":{\"k\":1,\"k\":2}}",
                "{\"name\":\"a\u0001b\"}",
                "{\"connection_config\":{\"k\":NaN}}",
                "{".repeat(100_000),
                "[".repeat(100_000))) {
            Answer answer = server.call("POST", "/providers/", body);
            assertTrue(answer.problem(400).startsWith("JSON parse error"), answer.text());
        }
        Answer place = server.call("POST", "/providers/", "{\n\"name\" 1}");
        assertEquals("JSON parse error at line 2, column 8.", place.problem(400));
        assertEquals(List.of(), server.core.written);
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        for (byte[] body : List.of(
                new byte[] {(byte) 0xff, (byte) 0xfe}, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})) {
            Answer answer = server.send(server.known("/providers/")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body)));
            assertEquals(400, answer.status(), answer.text());
        }
        assertEquals(List.of(), server.core.written);
    }

    @Test
    void jsonThatIsNoObjectIsRefused() throws Exception {
        for (String body : List.of("[]", "null", "1", "\"x\"", "true")) {
            Answer answer = server.call("POST", "/providers/", body);
            assertTrue(answer.problem(400).contains("Send a JSON object"), body);
            assertTrue(answer.json().has("non_field_errors"), body);
        }
    }

    @Test
    void wrongTypesAreNamedFieldByField() throws Exception {
        Answer answer = server.call("POST", "/providers/", """
                {"name": {"a": 1}, "enabled": "perhaps", "organization": "one", "connection_config": "text",
                 "endpoint": null, "vendor": 5, "credential_ref": ["x"], "colour": "blue"}""");
        answer.problem(400);
        for (String field : List.of(
                "name", "enabled", "organization", "connection_config", "endpoint", "vendor", "credential_ref")) {
            assertTrue(answer.json().path(field).path(0).isTextual(), field);
            assertTrue(answer.json().path("errors").has(field), field);
        }
        String unknown = answer.json().path("colour").path(0).textValue();
        assertTrue(unknown.contains("Unknown field") && unknown.contains("provider_type"), unknown);
        assertEquals(List.of(), server.core.written);
    }

    @Test
    void textsThatNoDatabaseStoresAreRefused() throws Exception {
        for (String text : List.of("a\\u0000b", "\\ud800", "\\udc00x")) {
            for (String body : List.of(
                    "{\"name\":\"" + text + "\"}",
                    "{\"connection_config\":{\"k\":\"" + text + "\"}}",
                    "{\"connection_config\":{\"" + text + "\":1}}",
                    "{\"connection_config\":{\"k\":[{\"l\":\"" + text + "\"}]}}")) {
                assertEquals(400, server.call("POST", "/providers/", body).status(), body);
            }
        }
        String huge = "{\"connection_config\":{\"k\":1e999}}";
        assertTrue(server.call("POST", "/providers/", huge).problem(400).contains("too large"));
        server.call("POST", "/providers/", "{\"name\":\"\\ud83d\\udca9\"}").expect(201);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedInFull() throws Exception {
        String body = "{" + GOOD + ",\"connection_config\":{\"k\":\"" + "v".repeat(11_000_000) + "\"}}";
        assertEquals(
                "The body is larger than 1 MiB.",
                server.call("POST", "/providers/", body).problem(413));
        assertEquals(List.of(), server.core.written);
        server.get("/providers/").expect(200);
    }

    @Test
    void otherMediaTypesAndMethodsAreRefused() throws Exception {
        Answer xml = server.send(
                server.known("/providers/").header("Content-Type", "text/xml").POST(BodyPublishers.ofString("<a/>")));
        xml.problem(415);
        Answer form = server.send(server.known("/providers/x/collect/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b")));
        form.problem(415);
        server.send(server.known("/providers/").header("Accept", "image/png")).problem(406);
        Answer method = server.send(server.known("/resource-types/").DELETE());
        method.problem(405);
        assertEquals("GET, HEAD, OPTIONS", method.header("Allow"));
        assertEquals("GET, HEAD, OPTIONS, POST", allowed("/providers/"));
        assertEquals("DELETE, GET, HEAD, OPTIONS, PATCH, PUT", allowed("/providers/x"));
        assertEquals("GET, HEAD, OPTIONS", allowed("/users/me/"));
        server.call("POST", "/collection-runs/", "{}").problem(405);
    }

    private String allowed(String path) throws Exception {
        return server.send(server.known(path).method("OPTIONS", BodyPublishers.noBody()))
                .expect(200)
                .header("Allow");
    }

    @Test
    void unknownPathsAreNotFound() throws Exception {
        for (String path : List.of(
                "/nothing/",
                "/resources/not-an-id/",
                "/resources/a/b/c/",
                "/resources//",
                "/providers/a%2Fb/",
                "/resource-types/..%2F..%2F",
                "/openapi",
                "/resources;x=1/y")) {
            assertTrue(Set.of(400, 404).contains(server.get(path).status()), path);
        }
    }

    @Test
    void conflictsNameTheRunThatStandsInTheWay() throws Exception {
        server.core.inventory.add(Listings.COLLECTION_RUNS, Samples.ID, Samples.RUN);
        server.core.providers.refusal =
                Optional.of(new ConflictException("A run is pending.", Optional.of(Samples.ID)));
        Answer answer = server.call("POST", "/providers/x/collect/", "");
        assertEquals("A run is pending.", answer.problem(409));
        assertEquals(
                Samples.ID.toString(),
                answer.json().path("collection_run").path("id").textValue());
        server.core.providers.refusal = Optional.of(new ConflictException("It is disabled."));
        assertFalse(server.call("POST", "/providers/x/collect/", "").json().has("collection_run"));
    }

    @Test
    void whatTheCallerMayNotDoIsForbidden() throws Exception {
        server.core.providers.refusal = Optional.of(new ForbiddenException("Only admins may."));
        assertEquals(
                "Only admins may.",
                server.call("POST", "/providers/x/collect/", "").problem(403));
    }

    @Test
    void aDefectShowsOnlyItsId() throws Exception {
        server.core.providers.refusal = Optional.of(new IllegalStateException("secret inside"));
        Answer answer = server.call("POST", "/providers/x/collect/", "");
        String detail = answer.problem(500);
        assertTrue(detail.contains(answer.json().path("id").textValue()));
        assertFalse(answer.text().contains("secret inside"));
    }

    @Test
    void anAnswerThatCannotBeWrittenIsADefect() throws Exception {
        server.core.inventory.add(Listings.RESOURCES, "x", Samples.resource("x", Map.of("self", new Unwritable())));
        assertTrue(server.get("/resources/x/").problem(500).startsWith("Internal error"));
    }

    /** Has no end in JSON. */
    public static final class Unwritable {
        public Unwritable getSelf() {
            return this;
        }
    }
}
