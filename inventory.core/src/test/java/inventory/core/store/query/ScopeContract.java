package inventory.core.store.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.api.query.Page;
import inventory.api.query.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nobody sees the rows of another organization. Two organizations have one row each in every listing; user 1 is of the first, user 2
 * of the second, user 3 only in a team of the first, user 4 nowhere.
 */
abstract class ScopeContract extends QueryFixture {
    private static final Caller FIRST = new Caller(1, "ann", false, false, Set.of(1L), Set.of());
    private static final Caller SECOND = new Caller(2, "bob", false, false, Set.of(), Set.of(2L));
    private static final Caller TEAM = new Caller(3, "cem", false, false, Set.of(), Set.of());
    private static final Caller NOBODY = new Caller(4, "dan", false, false, Set.of(), Set.of());
    private static final Caller AUDITOR = new Caller(5, "eva", false, true, Set.of(), Set.of());
    private static final Caller BOTH = new Caller(6, "fay", false, false, Set.of(1L), Set.of(2L));

    private static final List<Listing<?>> OWNED = List.of(
            Listings.PROVIDERS,
            Listings.COLLECTION_RUNS,
            Listings.TASKS,
            Listings.RESOURCES,
            Listings.RELATIONSHIPS,
            Listings.SIGHTINGS,
            Listings.DRIFT,
            Listings.METRICS,
            Listings.TAGS,
            Listings.ORGANIZATIONS);

    private final UUID[] targets = new UUID[3];

    @Override
    void fill(Estate estate) {
        for (long organization = 1; organization <= 2; organization++) {
            estate.organization(organization, "Organization " + organization);
            UUID provider = estate.provider(organization, "provider " + organization);
            UUID run = estate.run(provider, "completed");
            estate.lane(organization, provider, "virtual_machine", List.of(run));
            UUID source =
                    estate.resource(provider, organization, organization, Estate.row("name", "secret " + organization));
            estate.resource(
                    provider, organization, organization, Estate.row("name", "gone", "deleted_at", Estate.BEGIN));
            estate.edge(provider, source, source, "runs_on");
            estate.task(provider, source, "completed");
            estate.audited(source, "completed");
            estate.drift(source, provider, organization, run, "modified");
            estate.metric(source, run, Estate.BEGIN, "cpu", 1);
            estate.tag(organization, "n", "k", "v" + organization, source);
            estate.team(organization, organization, "team " + organization);
            targets[(int) organization] = source;
        }
        UUID provider = estate.provider(2, "across");
        estate.edge(provider, targets[2], targets[1], "part_of");
        List.of("ann", "bob", "cem", "dan").forEach(name -> estate.user("abcd".indexOf(name.charAt(0)) + 1, name));
        estate.member(1, 1, 1L, null);
        estate.member(2, 2, 2L, null);
        estate.member(3, 3, null, 1L);
    }

    @Test
    void eachOrganizationSeesItsOwn() {
        for (Listing<?> listing : OWNED) {
            List<Object> first = rows(FIRST, listing);
            List<Object> second = rows(SECOND, listing);
            assertEquals(listing.equals(Listings.PROVIDERS) ? 3 : 2, first.size() + second.size(), listing.name());
            assertEquals(1, first.size(), listing.name());
            assertEquals(List.of(), rows(NOBODY, listing), listing.name());
            assertEquals(List.of(), rows(TEAM, listing), listing.name());
            Set<Object> all = Set.copyOf(rows(BOTH, listing));
            assertEquals(all, Set.copyOf(rows(AUDITOR, listing)), listing.name());
            assertEquals(listing.equals(Listings.RELATIONSHIPS) ? 3 : first.size() + second.size(), all.size());
        }
    }

    @Test
    void theAuditIsForThoseWhoReadEverything() {
        assertEquals(2, list(AUDITOR, Listings.AUDIT).count());
        for (Caller caller : List.of(FIRST, SECOND, TEAM, NOBODY, BOTH)) {
            assertEquals(List.of(), rows(caller, Listings.AUDIT), caller.username());
        }
    }

    @Test
    void anotherOrganizationsRowsCannotBeNamed() {
        for (Listing<?> listing : OWNED) {
            for (Object row : rows(SECOND, listing)) {
                String id = id(row);
                assertEquals(row, inventory.get(AUDITOR, listing, id));
                assertThrows(NotFoundException.class, () -> inventory.get(FIRST, listing, id), listing.name());
                assertEquals(0, list(FIRST, listing, "id", id).count(), listing.name());
                assertEquals(
                        0,
                        list(FIRST, listing, "or__id", id, "or__id__isnull", "true")
                                .count());
            }
        }
        assertThrows(NotFoundException.class, () -> inventory.history(FIRST, targets[2].toString()));
    }

    @Test
    void noFilterWidensWhatIsSeen() {
        assertEquals(
                1,
                list(FIRST, Listings.RESOURCES, "or__name__startswith", "secret", "or__organization", "2")
                        .count());
        assertEquals(0, list(FIRST, Listings.RESOURCES, "organization", "2").count());
        assertEquals(
                2,
                list(FIRST, Listings.RESOURCES, "deleted", "any", "not__organization", "2")
                        .count());
        Query search = new Query(Map.of(), "secret", List.of(), 1, 25, Optional.empty());
        assertEquals(1, inventory.list(FIRST, Listings.RESOURCES, search).count());
    }

    @Test
    void theTaxonomyIsForEverybody() {
        assertEquals(15, list(NOBODY, Listings.CATEGORIES).count());
        assertEquals(84, list(NOBODY, Listings.TYPES).count());
        assertEquals(235, list(NOBODY, Listings.VENDOR_TYPE_MAPPINGS).count());
        assertEquals(0, list(NOBODY, Listings.PROPERTY_DEFINITIONS).count());
    }

    @Test
    void peopleSeeThemselvesAndWhoSharesAnOrganizationOrATeam() {
        assertEquals(Set.of("ann", "cem"), users(FIRST));
        assertEquals(Set.of("bob"), users(SECOND));
        assertEquals(Set.of("cem"), users(TEAM));
        assertEquals(Set.of("dan"), users(NOBODY));
        assertEquals(Set.of("ann", "bob", "cem", "dan"), users(AUDITOR));
        assertEquals(Set.of("team 1"), teams(FIRST));
        assertEquals(Set.of("team 2"), teams(SECOND));
        assertEquals(Set.of("team 1"), teams(TEAM));
        assertEquals(Set.of(), teams(NOBODY));
        assertEquals(List.of(1L, 3L), assignments(FIRST));
        assertEquals(List.of(2L), assignments(SECOND));
        assertEquals(List.of(3L), assignments(TEAM));
        assertEquals(List.of(), assignments(NOBODY));
        assertEquals(List.of(1L, 2L, 3L), assignments(AUDITOR));
    }

    private List<Object> rows(Caller caller, Listing<?> listing) {
        Page<?> page = list(caller, listing);
        assertEquals(page.count(), page.results().size());
        return List.copyOf(page.results());
    }

    private Set<String> users(Caller caller) {
        return list(caller, Listings.USERS).results().stream()
                .map(user -> user.username())
                .collect(Collectors.toSet());
    }

    private Set<String> teams(Caller caller) {
        return list(caller, Listings.TEAMS).results().stream()
                .map(team -> team.name())
                .collect(Collectors.toSet());
    }

    private List<Long> assignments(Caller caller) {
        return list(caller, Listings.ROLE_ASSIGNMENTS).results().stream()
                .map(assignment -> assignment.id())
                .toList();
    }

    private static String id(Object row) {
        try {
            return row.getClass().getMethod("id").invoke(row).toString();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a row without an id", e);
        }
    }
}
