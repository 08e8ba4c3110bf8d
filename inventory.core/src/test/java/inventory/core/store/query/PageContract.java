package inventory.core.store.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.action.Task;
import inventory.api.action.TaskLine;
import inventory.api.audit.AuditEntry;
import inventory.api.identity.Caller;
import inventory.api.query.Field;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.api.query.Page;
import inventory.api.query.Query;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.api.resource.Resource;
import inventory.core.query.Cursor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Orders, pages, cursors, single rows, and what they cost. */
abstract class PageContract extends QueryFixture {
    private static final int RESOURCES = 60;

    @Override
    void fill(Estate estate) {
        estate.organization(1, "One");
        estate.organization(2, "Two");
        UUID provider = estate.provider(1, "cloud");
        estate.provider(1, "another");
        List<UUID> runs = List.of(estate.run(provider, "completed"), estate.run(provider, "failed"));
        estate.lane(1, provider, "virtual_machine", runs);
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < RESOURCES; i++) {
            Estate.Columns columns = Estate.row("name", "twin " + i / 3, "state", i % 4 == 0 ? "stopped" : "running");
            all.add(estate.resource(
                    provider,
                    1,
                    1,
                    i % 5 == 0 ? columns : columns.and("cpu_count", i % 7).and("memory_mb", 1L * i)));
        }
        for (int i = 1; i < 8; i++) {
            estate.edge(provider, all.get(0), all.get(i), i % 2 == 0 ? "runs_on" : "part_of");
            estate.drift(all.get(i), provider, 1, runs.get(0), "modified");
            estate.metric(all.get(i), runs.get(0), Estate.BEGIN, "cpu", i);
            estate.tag(1, "n", "key", "value " + i, all.get(0));
            estate.task(provider, all.get(i), i % 2 == 0 ? "completed" : "unknown");
            estate.audited(all.get(i), i % 2 == 0 ? "completed" : "unknown");
            estate.user(i, "user" + i);
            estate.team(i, 1, "team" + i);
            estate.member(i, i, 1L, null);
        }
    }

    @Test
    void everyOrderIsKeptInBothDirections() {
        for (Listing<?> listing : Listings.ALL) {
            for (Field field : listing.fields()) {
                if (field.orderable()) {
                    assertReversed(listing, field.name());
                }
            }
        }
    }

    /** Rows without a value come last in both directions, so only those with one are turned around. */
    private void assertReversed(Listing<?> listing, String field) {
        String absent = field + "__isnull";
        List<?> up = valued(listing, absent, field);
        List<?> down = new ArrayList<>(valued(listing, absent, "-" + field));
        Collections.reverse(down);
        assertEquals(up, down, listing.name() + " by " + field);
    }

    private List<?> valued(Listing<?> listing, String absent, String order) {
        Query query = new Query(Map.of(absent, List.of("false")), "", List.of(order), 1, 1000, Optional.empty());
        return inventory.list(Caller.SYSTEM, listing, query).results();
    }

    @Test
    void ordersMeanWhatTheySay() {
        List<String> names = ordered(Listings.RESOURCES, "-name").results().stream()
                .map(Resource::name)
                .toList();
        assertEquals(names.stream().sorted(Collections.reverseOrder()).toList(), names);
        List<Optional<Integer>> cores = ordered(Listings.RESOURCES, "-cpu_count", "name").results().stream()
                .map(Resource::cpuCount)
                .toList();
        assertEquals(Optional.of(6), cores.get(0));
        assertEquals(Optional.empty(), cores.get(RESOURCES - 1));
        assertEquals(
                "compute", list(Listings.TYPES).results().get(0).categorySlug(), "types go by their category's place");
        assertEquals("another", list(Listings.PROVIDERS).results().get(0).name());
        assertEquals("failed", list(Listings.COLLECTION_RUNS).results().get(0).status(), "the newest run first");
    }

    @Test
    void pagesAndCursorsWalkThroughTheSameRows() {
        for (Listing<?> listing : Listings.ALL) {
            List<Object> whole = new ArrayList<>(list(listing).results());
            List<Object> paged = new ArrayList<>();
            List<Object> walked = new ArrayList<>();
            for (int page = 1; page == 1 || paged.size() < whole.size(); page++) {
                paged.addAll(inventory
                        .list(Caller.SYSTEM, listing, Query.all().page(page, 7))
                        .results());
            }
            Optional<String> cursor = Optional.empty();
            do {
                Page<?> page = inventory.list(Caller.SYSTEM, listing, new Query(Map.of(), "", List.of(), 1, 7, cursor));
                assertEquals(whole.size(), page.count(), listing.name());
                assertEquals(page.hasNext(), page.nextCursor().isPresent());
                walked.addAll(page.results());
                cursor = page.nextCursor();
            } while (cursor.isPresent());
            assertEquals(whole, paged, listing.name());
            assertEquals(whole, walked, listing.name());
            assertEquals(whole.size(), new HashSet<>(whole).size(), listing.name());
        }
    }

    @Test
    void aFilteredWalkStaysFiltered() {
        Query query = Query.all().with("state", "stopped").page(1, 4);
        Page<Resource> first = inventory.list(Caller.SYSTEM, Listings.RESOURCES, query);
        Page<Resource> second = inventory.list(
                Caller.SYSTEM, Listings.RESOURCES, new Query(query.filters(), "", List.of(), 1, 4, first.nextCursor()));
        assertEquals(15, second.count());
        assertTrue(second.results().stream().allMatch(row -> row.state().equals("stopped")));
        assertFalse(first.results().contains(second.results().get(0)));
    }

    @Test
    void aPageBehindTheLastDoesNotExist() {
        assertEquals(4, page(8, 8).results().size());
        assertFalse(page(8, 8).hasNext());
        assertThrows(NotFoundException.class, () -> page(9, 8));
        assertThrows(NotFoundException.class, () -> page(1_000_000_000, 1000));
        assertThrows(NotFoundException.class, () -> page(Integer.MAX_VALUE, 1000));
        Page<Resource> empty = list(Listings.RESOURCES, "name", "nobody");
        assertEquals(new Page<>(List.of(), 0, false, Optional.empty()), empty);
    }

    @Test
    void otherOrdersHaveNoCursor() {
        Query query = new Query(Map.of(), "", List.of("-name"), 1, 5, Optional.empty());
        Page<Resource> page = inventory.list(Caller.SYSTEM, Listings.RESOURCES, query);
        assertTrue(page.hasNext());
        assertEquals(Optional.empty(), page.nextCursor());
    }

    @Test
    void aMadeUpCursorIsRefused() {
        String cursor = new Cursor(5, List.of("name", "no id")).write("resources");
        Query query = new Query(Map.of(), "", List.of(), 1, 5, Optional.of(cursor));
        assertThrows(InvalidInputException.class, () -> inventory.list(Caller.SYSTEM, Listings.RESOURCES, query));
        String time = new Cursor(5, List.of("yesterday", "x")).write("resource-sightings");
        Query seen = new Query(Map.of(), "", List.of(), 1, 5, Optional.of(time));
        assertThrows(InvalidInputException.class, () -> inventory.list(Caller.SYSTEM, Listings.SIGHTINGS, seen));
    }

    @Test
    void everyRowIsFoundByItsId() {
        for (Listing<?> listing : Listings.ALL) {
            for (Object row : list(listing).results()) {
                assertEquals(row, inventory.get(Caller.SYSTEM, listing, id(row)), listing.name());
            }
            for (String id : List.of("", "x", "0", "' OR 1=1", "%00", "00000000-0000-4000-8000-000000000000", "-1")) {
                assertThrows(NotFoundException.class, () -> inventory.get(Caller.SYSTEM, listing, id));
            }
        }
    }

    private static String id(Object row) {
        try {
            return row.getClass().getMethod("id").invoke(row).toString();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a row without an id", e);
        }
    }

    @Test
    void aPageCostsTwoStatementsWhateverItsSize() {
        for (Listing<?> listing : Listings.ALL) {
            int more = listing.equals(Listings.SIGHTINGS) ? 2 : 0;
            if (list(listing).count() > 0) {
                assertEquals(2 + more, cost(() -> list(listing)), listing.name());
                assertEquals(
                        2 + more,
                        cost(() -> inventory.list(
                                Caller.SYSTEM, listing, Query.all().page(1, 1))));
            }
        }
        assertEquals(1, cost(() -> list(Listings.RESOURCES, "name", "nobody")));
        Optional<String> cursor = page(1, 7).nextCursor();
        assertEquals(
                1,
                cost(() -> inventory.list(
                        Caller.SYSTEM, Listings.RESOURCES, new Query(Map.of(), "", List.of(), 1, 7, cursor))));
        String id = page(1, 1).results().get(0).id().toString();
        assertEquals(1, cost(() -> inventory.get(Caller.SYSTEM, Listings.RESOURCES, id)));
        assertEquals(3, cost(() -> list(Listings.SIGHTINGS, "resource", id)));
        assertEquals(3, cost(() -> inventory.history(Caller.SYSTEM, id)));
    }

    private int cost(Runnable action) {
        int before = database.statements.get();
        action.run();
        return database.statements.get() - before;
    }

    @Test
    void recordsHoldWhatTheirRowsHold() {
        Provider provider = list(Listings.PROVIDERS, "name", "cloud").results().get(0);
        assertEquals(Map.of("of", "aws:aws", "was", "sealed cloud"), provider.connectionConfig());
        assertEquals("https://cloud", provider.endpoint());
        assertEquals(Optional.empty(), provider.lastCollectionStatus());
        CollectionRun run =
                list(Listings.COLLECTION_RUNS, "status", "failed").results().get(0);
        assertEquals("cloud", run.providerName());
        assertEquals(Optional.of(1.5), run.durationSeconds());
        assertEquals(Map.of("scopes_done", 2L), run.progress());
        assertEquals(List.of("vpc"), run.targetResourceTypes());
        Task task = list(Listings.TASKS).results().get(0);
        assertEquals("cloud", task.providerName());
        assertEquals(Map.of("mode", "soft"), task.parameters());
        assertEquals(List.of(new TaskLine(Estate.BEGIN, 50, "Half way")), task.log());
        assertEquals(Map.of("job", 7L), task.details());
        AuditEntry entry = list(Listings.AUDIT).results().get(0);
        assertEquals(Optional.of(1L), entry.organization());
        assertEquals(Map.of("action", "reboot"), entry.after());
    }

    @Test
    void healthIsTheDatabases() {
        assertTrue(inventory.health(Duration.ofSeconds(5)).healthy());
        assertEquals(
                Map.of("database", "ok"),
                inventory.health(Duration.ofSeconds(5)).checks());
    }

    private Page<Resource> page(int number, int size) {
        return inventory.list(Caller.SYSTEM, Listings.RESOURCES, Query.all().page(number, size));
    }
}
