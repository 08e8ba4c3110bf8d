package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.query.Field;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description is complete, consistent, and says what is really served. */
class OpenApiTest {
    private RestServer server;
    private JsonNode document;

    @BeforeEach
    void start() throws Exception {
        server = new RestServer();
        document = server.get("/openapi.json").expect(200).json();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    private JsonNode parameter(JsonNode operation, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").textValue().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("no parameter " + name);
    }

    @Test
    void everyFieldOfEveryListingIsAParameter() {
        for (Listing<?> listing : Listings.ALL) {
            JsonNode get =
                    document.path("paths").path("/" + listing.name() + "/").path("get");
            for (Field field : listing.fields()) {
                boolean object = field.kind() == Field.Kind.OBJECT;
                JsonNode parameter = parameter(get, object ? field.name() + ".{key}" : field.name());
                assertEquals(field.description(), parameter.path("description").textValue());
                assertEquals(
                        field.values().size(),
                        parameter.path("schema").path("enum").size(),
                        field.name());
            }
            listing.shorthands().forEach(shorthand -> parameter(get, shorthand.name()));
            for (String own : List.of("page", "page_size", "cursor", "ordering", "fields", "format")) {
                parameter(get, own);
            }
        }
    }

    @Test
    void everyOperationTellsItsAnswersAndErrors() {
        Set<String> ids = new HashSet<>();
        for (JsonNode operation : operations()) {
            String id = operation.path("operationId").textValue();
            assertTrue(ids.add(id), id);
            assertFalse(operation.path("summary").textValue().isBlank(), id);
            JsonNode responses = operation.path("responses");
            boolean open = operation.has("security");
            assertTrue(open || (responses.has("401") && responses.has("503")), id);
            boolean success = false;
            for (String status : List.of("200", "201", "202", "204")) {
                success |= responses.has(status);
            }
            assertTrue(success, id);
            if (operation.has("requestBody")) {
                assertTrue(responses.has("400") && responses.has("413") && responses.has("415"), id);
            }
        }
        assertTrue(ids.size() > 60, "operations: " + ids.size());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<JsonNode> references = document.findValues("$ref");
        assertTrue(references.size() > 100);
        for (JsonNode reference : references) {
            String pointer = reference.textValue().substring(1);
            assertFalse(document.at(pointer).isMissingNode(), pointer);
        }
        JsonNode provider = document.at("/components/schemas/Provider/properties");
        assertEquals(16, provider.size());
        assertEquals(4, provider.path("infrastructure").path("enum").size());
        assertTrue(provider.path("last_refresh_at").path("nullable").booleanValue());
    }

    @Test
    void uploadIsAFormWithAFile() {
        JsonNode upload =
                document.path("paths").path("/provider-plugins/upload/").path("post");
        JsonNode schema = upload.at("/requestBody/content/multipart~1form-data/schema");
        assertEquals("binary", schema.at("/properties/plugin/format").textValue());
        assertEquals("plugin", schema.at("/required/0").textValue());
        assertEquals("boolean", parameter(upload, "force").at("/schema/type").textValue());
        for (String status : List.of("201", "400", "403", "409", "413", "415", "422")) {
            assertTrue(upload.path("responses").has(status), status);
        }
    }

    @Test
    void bodiesHaveExamplesThatTheCallsAccept() throws Exception {
        int bodies = 0;
        for (String path :
                List.of("/providers/", "/organizations/", "/teams/", "/users/", "/role-assignments/", "/tags/")) {
            JsonNode example =
                    document.path("paths").path(path).path("post").at("/requestBody/content/application~1json/example");
            assertTrue(example.isObject(), path);
            server.call("POST", path, example.toString()).expect(201);
            bodies++;
        }
        assertEquals(6, bodies);
    }

    @Test
    void resourcesOfOtherBundlesAppearWithThem() throws Exception {
        Answer before = server.get("/openapi.json");
        server.whiteboard.bindResource(new Visitor.Reference("(osgi.jaxrs.name=inventory)"));
        server.whiteboard.bindResource(new Visitor.Reference("(osgi.jaxrs.name=other)"));
        JsonNode with = server.get("/openapi.json").json();
        assertEquals(
                "#/components/schemas/GuestPage",
                with.at("/paths/~1visitors~1/get/responses/200/content/application~1json/schema/$ref")
                        .textValue());
        assertEquals(
                "#/components/schemas/Guest",
                with.at("/components/schemas/GuestPage/properties/results/items/$ref")
                        .textValue());
        assertEquals(
                "{\"type\":\"string\",\"description\":\"As they call themselves.\"}",
                with.at("/components/schemas/Guest/properties/name").toString());
        JsonNode visitor = with.path("paths").path("/visitors/{name}/");
        assertEquals("Greets", visitor.path("get").path("summary").textValue());
        assertEquals(
                "loud",
                visitor.path("get").path("parameters").path(1).path("name").textValue());
        assertTrue(server.get("/").json().has("visitors"));
        server.whiteboard.unbindResource(new Visitor.Reference("(osgi.jaxrs.name=inventory)"));
        Answer after = server.get("/openapi.json");
        assertEquals(before.text(), after.text());
        assertEquals(before.header("ETag"), after.header("ETag"));
        server.send(server.known("/openapi.json").header("If-None-Match", after.header("ETag")))
                .expect(304);
    }
}
