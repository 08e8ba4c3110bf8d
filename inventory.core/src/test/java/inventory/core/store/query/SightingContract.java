package inventory.core.store.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.identity.Caller;
import inventory.api.query.Listings;
import inventory.api.query.Page;
import inventory.api.query.Query;
import inventory.api.resource.History;
import inventory.api.resource.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sightings and histories, derived from intervals and readings. */
abstract class SightingContract extends QueryFixture {
    private static final int READINGS = 40;
    private final List<UUID> runs = new ArrayList<>();
    private UUID changed;
    private UUID missed;
    private UUID gone;

    /** Forty readings of a lane with a handful of resources: more than the first window holds. */
    @Override
    void fill(Estate estate) {
        estate.organization(1, "One");
        UUID provider = estate.provider(1, "cloud");
        for (int i = 0; i < READINGS; i++) {
            runs.add(estate.run(provider, "completed"));
        }
        estate.lane(1, provider, "virtual_machine", runs);
        estate.lane(2, provider, "subnet", List.of(runs.get(0)));
        changed = estate.resource(
                provider,
                1,
                1,
                Estate.row("name", "changed", "first_reading", 31L, "seen_before", 30L, "version", 3)
                        .and("cpu_count", 4));
        estate.version(changed, 1, 1, 1, 10, "stopped");
        estate.version(changed, 2, 1, 11, 30, "error");
        missed = estate.resource(
                provider, 1, 1, Estate.row("name", "missed", "first_reading", 41L, "seen_before", 5L, "version", 2));
        estate.version(missed, 1, 1, 36, 40, "running");
        gone = estate.resource(
                provider,
                1,
                1,
                Estate.row("name", "gone", "deleted_at", Estate.BEGIN, "first_reading", 4L, "seen_before", 3L)
                        .and("state", "decommissioned"));
        estate.version(gone, 1, 1, 1, 3, "running");
        estate.resource(provider, 1, 2, Estate.row("name", "subnet", "disk_gb", 3L));
        Instant third = list(Listings.SIGHTINGS, "resource", gone.toString())
                .results()
                .get(0)
                .seenAt();
        estate.metric(changed, runs.get(0), third.minusSeconds(3600), "cpu", 0.25);
        estate.metric(changed, runs.get(2), third, "cpu", 0.5);
        estate.metric(changed, runs.get(2), third, "load", 7);
    }

    @Test
    void eachReadingOfAnIntervalIsASighting() {
        Page<Sighting> page = list(Listings.SIGHTINGS, "resource", changed.toString());
        assertEquals(40, page.count());
        assertEquals(
                runs.stream().sorted(java.util.Comparator.reverseOrder()).toList(),
                page.results().stream().map(Sighting::collectionRun).toList());
        assertEquals("running", page.results().get(0).state());
        assertEquals(Optional.of(4), page.results().get(9).cpuCount());
        assertEquals("error", page.results().get(10).state());
        assertEquals("stopped", page.results().get(39).state());
    }

    @Test
    void whoeverIsMissedOrGoneIsNotSeen() {
        assertEquals(5, list(Listings.SIGHTINGS, "resource", missed.toString()).count());
        assertEquals(3, list(Listings.SIGHTINGS, "resource", gone.toString()).count());
    }

    @Test
    void runStateAndTimeNarrow() {
        assertEquals(
                3,
                list(Listings.SIGHTINGS, "collection_run", runs.get(0).toString())
                        .count());
        assertEquals(
                2,
                list(Listings.SIGHTINGS, "collection_run", runs.get(1).toString())
                        .count());
        assertEquals(20, list(Listings.SIGHTINGS, "state", "error").count());
        assertEquals(0, list(Listings.SIGHTINGS, "state", "no such state").count());
        Sighting middle = list(Listings.SIGHTINGS, "resource", changed.toString())
                .results()
                .get(20);
        String at = middle.seenAt().toString();
        assertEquals(
                21,
                list(Listings.SIGHTINGS, "resource", changed.toString(), "seen_after", at)
                        .count());
        assertEquals(
                20,
                list(Listings.SIGHTINGS, "resource", changed.toString(), "seen_before", at)
                        .count());
        assertEquals(
                1,
                list(Listings.SIGHTINGS, "resource", changed.toString(), "seen_at", at)
                        .count());
    }

    @Test
    void allOfThemAreCountedAndWalked() {
        Page<Sighting> all = list(Listings.SIGHTINGS);
        assertEquals(40 + 5 + 3 + 1, all.count());
        assertEquals(49, all.results().stream().map(Sighting::id).distinct().count());
        List<Instant> times = all.results().stream().map(Sighting::seenAt).toList();
        assertEquals(times.stream().sorted(java.util.Comparator.reverseOrder()).toList(), times);
        assertEquals(all.results().subList(30, 40), page(4, 10).results());
        assertEquals(all.results().subList(0, 10), page(1, 10).results());
        assertEquals(
                list(Listings.SIGHTINGS, "state", "stopped").results().subList(0, 5),
                inventory
                        .list(
                                Caller.SYSTEM,
                                Listings.SIGHTINGS,
                                Query.all().with("state", "stopped").page(1, 5))
                        .results());
    }

    @Test
    void anIdLeadsBackToItsSighting() {
        for (Sighting sighting : list(Listings.SIGHTINGS).results()) {
            assertEquals(
                    sighting,
                    inventory.get(
                            Caller.SYSTEM, Listings.SIGHTINGS, sighting.id().toString()));
            assertEquals(8, sighting.id().version());
            assertEquals(2, sighting.id().variant());
        }
    }

    @Test
    void metricsAreTheNewestOfTheirTime() {
        List<Sighting> sightings = new ArrayList<>(
                list(Listings.SIGHTINGS, "resource", changed.toString()).results());
        java.util.Collections.reverse(sightings);
        assertEquals(Map.of("cpu", 0.25), sightings.get(1).metrics());
        assertEquals(Map.of("cpu", 0.5, "load", 7.0), sightings.get(2).metrics());
        assertEquals(Map.of("cpu", 0.5, "load", 7.0), sightings.get(39).metrics());
        assertEquals(
                Map.of(),
                list(Listings.SIGHTINGS, "resource", missed.toString())
                        .results()
                        .get(0)
                        .metrics());
        Page<Sighting> late = inventory.list(
                Caller.SYSTEM,
                Listings.SIGHTINGS,
                Query.all().with("resource", changed).page(1, 1));
        assertEquals(Map.of("cpu", 0.5, "load", 7.0), late.results().get(0).metrics());
    }

    @Test
    void aHistoryTellsTheWholeLife() {
        History history = inventory.history(Caller.SYSTEM, changed.toString());
        assertEquals("changed", history.identity().name());
        assertEquals(40, history.tracking().seenCount());
        assertEquals(40, history.summary().totalSightings());
        assertEquals(List.of("stopped", "error", "running"), history.summary().statesObserved());
        assertEquals(
                new History.Range(Optional.of(1.75), Optional.of(1L), Optional.of(4L)),
                history.summary().cpu());
        assertEquals(
                new History.Range(Optional.empty(), Optional.empty(), Optional.empty()),
                history.summary().diskGb());
        assertEquals(
                runs,
                history.timeline().stream().map(History.Moment::collectionRun).toList());
        assertEquals(history.tracking().lastSeenAt(), history.timeline().get(39).seenAt());
        assertEquals(
                5,
                inventory.history(Caller.SYSTEM, missed.toString()).tracking().seenCount());
        assertEquals(
                3, inventory.history(Caller.SYSTEM, gone.toString()).summary().totalSightings());
    }

    private Page<Sighting> page(int number, int size) {
        return inventory.list(Caller.SYSTEM, Listings.SIGHTINGS, Query.all().page(number, size));
    }
}
