package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.rest.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listings over HTTP: envelope, links, parameters, downloads. */
class ListingsTest {
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RestServer();
        for (int i = 0; i < 60; i++) {
            server.core.inventory.add(Listings.CATEGORIES, "c" + i, Samples.category(i));
        }
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void everyListingIsServedWithItsEnvelopeWithAndWithoutSlash() throws Exception {
        for (Listing<?> listing : Listings.ALL) {
            for (String path : List.of("/" + listing.name() + "/", "/" + listing.name())) {
                JsonNode page = server.get(path).expect(200).json();
                Set<String> members = new TreeSet<>();
                page.fieldNames().forEachRemaining(members::add);
                assertEquals(Set.of("count", "next", "previous", "results"), members, path);
            }
        }
    }

    @Test
    void linksLeadThroughAllPagesAndKeepTheParameters() throws Exception {
        JsonNode page = server.get("/resource-categories/?ordering=-name&page_size=25&search=a%20b%26c")
                .expect(200)
                .json();
        assertTrue(page.path("previous").isNull());
        List<String> seen = new ArrayList<>();
        JsonNode last = page;
        while (true) {
            last.path("results").forEach(row -> seen.add(row.path("slug").textValue()));
            if (last.path("next").isNull()) {
                break;
            }
            assertTrue(last.path("next").textValue().startsWith(server.base() + "/resource-categories/?"), "absolute");
            last = server.get(last.path("next").textValue()).expect(200).json();
            assertEquals("a b&c", server.core.inventory.lastQuery().search());
            assertEquals(List.of("-name"), server.core.inventory.lastQuery().order());
        }
        assertEquals(60, Set.copyOf(seen).size());
        assertEquals(60, last.path("count").intValue());
        JsonNode second = server.get(last.path("previous").textValue()).json();
        JsonNode first = server.get(second.path("previous").textValue()).json();
        assertFalse(second.path("previous").textValue().contains("page="));
        assertEquals(page.path("results"), first.path("results"));
    }

    @Test
    void theLastPageHasAName() throws Exception {
        JsonNode page =
                server.get("/resource-categories/?page=last").expect(200).json();
        assertEquals(10, page.path("results").size());
        assertTrue(page.path("next").isNull());
        assertTrue(page.path("previous").textValue().endsWith("?page=2"));
    }

    @Test
    void aCursorWalksThroughEverything() throws Exception {
        String next = "/resource-categories/?cursor=&page_size=25";
        int rows = 0;
        for (int pages = 0; pages < 3; pages++) {
            JsonNode page = server.get(next).expect(200).json();
            rows += page.path("results").size();
            next = page.path("next").textValue();
        }
        assertEquals(60, rows);
        assertEquals(null, next);
    }

    @Test
    void whatIsNoPageIsNotFound() throws Exception {
        for (String page : List.of("0", "-1", "x", "4", "1000000000", "99999999999999999999", "1.5", "")) {
            Answer answer = server.get("/resource-categories/?page=" + page);
            assertEquals("Invalid page.", answer.problem(404), page);
        }
    }

    @Test
    void pageSizesBeyondTheBoundsAreRefused() throws Exception {
        assertEquals(
                60,
                server.get("/resource-categories/?page_size=1000")
                        .expect(200)
                        .json()
                        .path("results")
                        .size());
        for (String size : List.of("0", "1001", "-5", "many", "")) {
            Answer answer = server.get("/resource-categories/?page_size=" + size);
            assertTrue(answer.problem(400).contains("page_size"), size);
            assertTrue(answer.json().path("page_size").path(0).textValue().contains("1000"));
        }
    }

    @Test
    void everyOtherParameterIsAFilterAsTyped() throws Exception {
        server.get(
                        "/resources/?provider__id=a&state=running&state=stopped&tags.team=blue&name__icontains=%25_&page_size=3")
                .expect(200);
        assertEquals(
                java.util.Map.of(
                        "provider__id", List.of("a"),
                        "state", List.of("running", "stopped"),
                        "tags.team", List.of("blue"),
                        "name__icontains", List.of("%_")),
                server.core.inventory.lastQuery().filters());
        assertEquals(3, server.core.inventory.lastQuery().pageSize());
    }

    @Test
    void allSpellingsOfOrderAreUnderstood() throws Exception {
        for (String spelling : List.of("ordering", "order_by", "order")) {
            server.get("/resources/?" + spelling + "=-name,%20state").expect(200);
            assertEquals(
                    List.of("-name", "state"), server.core.inventory.lastQuery().order(), spelling);
        }
    }

    @Test
    void anUnknownParameterIsNamed() throws Exception {
        Answer answer = server.get("/resources/?colour=blue");
        assertTrue(answer.problem(400).contains("colour"));
        assertTrue(answer.json().path("colour").path(0).textValue().contains("Known: name, state."));
        assertTrue(answer.json().path("errors").has("colour"));
    }

    @Test
    void onlyTheFieldsAskedForAreShown() throws Exception {
        JsonNode row = server.get("/resource-categories/?fields=slug,id")
                .expect(200)
                .json()
                .path("results")
                .path(0);
        assertEquals("{\"slug\":\"slug-0\",\"id\":\"00000000-0000-0000-0000-000000000000\"}", row.toString());
        JsonNode one =
                server.get("/resource-categories/c7/?fields=name").expect(200).json();
        assertEquals("{\"name\":\"Name 7\"}", one.toString());
        assertTrue(server.get("/resource-categories/?fields=slug,shade")
                .problem(400)
                .contains("shade"));
    }

    @Test
    void aDownloadHoldsEverythingUnlessAPageIsAskedFor() throws Exception {
        for (int i = 60; i < 2500; i++) {
            server.core.inventory.add(Listings.CATEGORIES, "c" + i, Samples.category(i));
        }
        Answer all = server.get("/resource-categories/?format=csv").expect(200);
        assertEquals("text/csv;charset=utf-8", all.header("Content-Type"));
        assertEquals("attachment; filename=\"resource-categories.csv\"", all.header("Content-Disposition"));
        assertEquals(2501, all.text().lines().count());
        assertEquals(
                String.join(",", Json.fieldNames(Listings.CATEGORIES.rowType())),
                all.text().lines().findFirst().orElse(""));
        assertEquals(3, server.core.inventory.queries.size());
        assertEquals(
                26,
                server.get("/resource-categories/?format=csv&page=2")
                        .text()
                        .lines()
                        .count());
        assertTrue(server.get("/resource-categories/?format=xml").problem(400).contains("format"));
    }

    @Test
    void aDownloadThatFailsOnTheWayIsAnError() throws Exception {
        for (int i = 60; i < 2500; i++) {
            server.core.inventory.add(Listings.CATEGORIES, "c" + i, Samples.category(i));
        }
        server.core.inventory.failAfter = 2;
        server.get("/resource-categories/?format=csv").problem(503);
        assertEquals(2, server.core.inventory.queries.size());
    }

    @Test
    void aDownloadQuotesAndDisarms() throws Exception {
        server.core.inventory.add(Listings.RESOURCES, "r", Samples.resource("=cmd|' /C calc'!A0,\"x\""));
        Answer answer = server.get("/resources/?format=csv&fields=name,ip_addresses,seen_count,boot_time,is_deleted");
        assertEquals(
                "name,ip_addresses,seen_count,boot_time,is_deleted\r\n"
                        + "\"'=cmd|' /C calc'!A0,\"\"x\"\"\",\"[\"\"10.0.0.1\"\",\"\"10.0.0.2\"\"]\",7,,false\r\n",
                answer.expect(200).text());
    }

    @Test
    void listingsBelowAResourceAreItsOwn() throws Exception {
        server.core.inventory.add(Listings.RESOURCES, Samples.ID, Samples.resource("web"));
        server.core.inventory.add(Listings.DRIFT, Samples.ID, Samples.DRIFT);
        String resource = "/resources/" + Samples.ID;
        JsonNode drift =
                server.get(resource + "/drift/?drift_type=modified").expect(200).json();
        assertEquals(1, drift.path("count").intValue());
        assertEquals(
                List.of(Samples.ID.toString()),
                server.core.inventory.lastQuery().filters().get("resource"));
        assertEquals(
                List.of("modified"), server.core.inventory.lastQuery().filters().get("drift_type"));
        server.get(resource + "/sightings/").expect(200);
        server.get("/resources/unknown/sightings/").problem(404);
        server.get("/resources/unknown/drift/").problem(404);
        server.get("/resources/unknown/history/").problem(404);
    }
}
