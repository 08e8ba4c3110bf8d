package inventory.core.store.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.RunSession.Removals;
import inventory.core.reconcile.ScopeSession;
import inventory.core.reconcile.ScopeSession.Counts;
import inventory.core.reconcile.StaleRunException;
import inventory.core.store.PooledDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the reconciler does on each database. */
abstract class ReconcilerContract {
    static final Scope SCOPE = Scope.of("here", "virtual_machine", "subnet");

    World world;
    UUID provider;

    abstract PooledDatabase newDatabase();

    @BeforeEach
    void open() {
        world = new World(newDatabase());
        provider = world.newProvider("one");
    }

    @AfterEach
    void close() {
        world.close();
    }

    static ResourceData.Builder machine(String ref) {
        return ResourceData.of(ref, "virtual_machine").name("name of " + ref).state("running");
    }

    static List<ResourceData> machines(int count) {
        return IntStream.range(0, count).mapToObj(i -> machine("m" + i).build()).toList();
    }

    /** A whole run over one scope. */
    Ended run(List<ResourceData> seen) {
        RunReference run = world.newRun(provider);
        RunSession session = world.reconciler().open(run);
        Counts counts = read(session, SCOPE, seen);
        Removals removals = session.removals();
        long removed = world.finish(session, true);
        return new Ended(run, counts, removals, removed);
    }

    record Ended(RunReference run, Counts counts, Removals removals, long removed) {}

    static Counts read(RunSession session, Scope scope, List<ResourceData> seen) {
        try (ScopeSession attempt = session.open(scope, scope.resourceTypes())) {
            accept(attempt, seen);
            return attempt.commit();
        }
    }

    static void accept(ScopeSession attempt, List<ResourceData> seen) {
        for (ResourceData resource : seen) {
            try {
                attempt.accept(resource);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    static void assertCounts(long created, long updated, long unchanged, Counts counts) {
        assertEquals(
                List.of(created, updated, unchanged),
                List.of(counts.created(), counts.updated(), counts.unchanged()),
                counts::toString);
    }

    Map<String, String> row(String ref) {
        return world.rows("SELECT * FROM resource WHERE provider_id = ? AND ems_ref = ?", provider, ref)
                .get(0);
    }

    @Test
    void createsThenFindsUnchanged() {
        Ended first = run(machines(5000));
        assertCounts(5000, 0, 0, first.counts());
        Ended second = run(machines(5000));
        assertCounts(0, 0, 5000, second.counts());
        assertEquals(0, second.removed());
        assertEquals(5000, world.count("SELECT COUNT(*) FROM resource"));
        assertEquals(1, world.rings());
        assertEquals(
                "2",
                world.rows("SELECT readings FROM lane WHERE resource_type_id = ?", type("virtual_machine"))
                        .get(0)
                        .get("readings"));
    }

    static UUID type(String slug) {
        return UUID.nameUUIDFromBytes(slug.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void writesWhatChanged() {
        run(List.of(machine("a").property("x", 5).build(), machine("b").build()));
        run(List.of(machine("a").property("x", 5.0).build(), machine("b").build()));
        Ended third = run(List.of(
                machine("a").property("x", 6).ipAddress("10.0.0.1").build(),
                machine("b").build()));
        assertCounts(0, 1, 1, third.counts());
        Map<String, String> row = row("a");
        assertEquals("2", row.get("version"));
        assertEquals("3", row.get("first_reading"));
        assertEquals("2", row.get("seen_before"));
        Map<String, String> version =
                world.rows("SELECT * FROM resource_version").get(0);
        assertEquals("1", version.get("first_reading"));
        assertEquals("2", version.get("last_reading"));
        Map<String, String> drift = world.rows("SELECT * FROM resource_drift").get(0);
        assertEquals("modified", drift.get("drift_type"));
        assertEquals(
                Map.of(
                        "properties", Map.of("from", Map.of("x", 5L), "to", Map.of("x", 6L)),
                        "ip_addresses", Map.of("from", List.of(), "to", List.of("10.0.0.1"))),
                inventory.core.store.Json.object(drift.get("changes")));
    }

    @Test
    void removesAndRestores() {
        run(machines(3));
        Ended second = run(machines(2));
        assertEquals(new Removals(1, 3), second.removals());
        assertEquals(1, second.removed());
        Map<String, String> gone = row("m2");
        assertEquals("decommissioned", gone.get("state"));
        assertEquals("1", gone.get("seen_before"));
        Ended third = run(machines(3));
        assertCounts(0, 1, 2, third.counts());
        Map<String, String> back = row("m2");
        assertEquals("running", back.get("state"));
        assertEquals(null, back.get("deleted_at"));
        assertEquals("3", back.get("first_reading"));
        assertEquals(
                List.of("deleted", "restored"),
                world.rows("SELECT drift_type FROM resource_drift ORDER BY id").stream()
                        .map(row -> row.get("drift_type"))
                        .toList());
    }

    @Test
    void leadsEdgesToTheirTargets() {
        ResourceData a = machine("a")
                .relation(RelationshipType.PART_OF, "net")
                .relation(RelationshipType.CONNECTED_TO, "net")
                .build();
        run(List.of(a));
        assertEquals(2, world.count("SELECT COUNT(*) FROM resource_relationship WHERE target_id IS NULL"));
        ResourceData net = ResourceData.of("net", "subnet").build();
        run(List.of(a, net));
        assertEquals(2, world.count("SELECT COUNT(*) FROM resource_relationship WHERE target_id IS NOT NULL"));
        run(List.of(a));
        assertEquals(2, world.count("SELECT COUNT(*) FROM resource_relationship WHERE target_id IS NULL"));
        run(List.of(machine("a").build(), net));
        assertEquals(0, world.count("SELECT COUNT(*) FROM resource_relationship"));
    }

    @Test
    void leadsEdgesToWhatAnotherScopeBringsLater() {
        Scope later = Scope.of("later", "subnet");
        RunReference run = world.newRun(provider);
        RunSession session = world.reconciler().open(run);
        read(
                session,
                SCOPE,
                List.of(machine("a").relation(RelationshipType.PART_OF, "net").build()));
        List<Map<String, String>> promised = world.rows("SELECT target_id FROM resource_relationship");
        read(session, later, List.of(ResourceData.of("net", "subnet").build()));
        assertEquals(world.rows("SELECT id AS target_id FROM resource WHERE ems_ref = 'net'"), promised);
        world.finish(session, true);
        assertEquals(promised, world.rows("SELECT target_id FROM resource_relationship"));
    }

    @Test
    void leadsEdgesToOtherProvidersByCanonicalId() {
        run(List.of(machine("a").relation(RelationshipType.RUNS_ON, "serial-1").build()));
        UUID first = provider;
        provider = world.newProvider("two");
        run(List.of(machine("z").canonicalId("serial-1").build()));
        assertEquals(
                1,
                world.count("SELECT COUNT(*) FROM resource_relationship e JOIN resource r ON r.id = e.target_id"
                        + " WHERE r.ems_ref = 'z'"));
        run(List.of());
        assertEquals(1, world.count("SELECT COUNT(*) FROM resource_relationship WHERE target_id IS NULL"));
        provider = first;
    }

    @Test
    void refusesAStaleWorker() {
        RunReference run = world.newRun(provider);
        RunSession session = world.reconciler().open(run);
        ScopeSession attempt = session.open(SCOPE, SCOPE.resourceTypes());
        accept(attempt, machines(3));
        world.update("UPDATE collection_run SET fence = 2 WHERE id = ?", run.run());
        assertThrows(StaleRunException.class, attempt::commit);
        attempt.close();
        assertThrows(StaleRunException.class, () -> world.finish(session, true));
        assertEquals(0, world.count("SELECT COUNT(*) FROM resource"));
        assertEquals(0, world.count("SELECT COUNT(*) FROM lane"));
    }

    @Test
    void quarantinesBadRecords() {
        Ended ended = run(List.of(
                machine("a").build(),
                machine("a").build(),
                machine("").build(),
                machine("b").region("r".repeat(129)).build(),
                ResourceData.of("c", "no_such_type").build(),
                ResourceData.of("d", "block_storage").build(),
                machine("e").property("f", Double.NaN).build(),
                machine("g").state("sleeping").build()));
        assertCounts(2, 0, 0, ended.counts());
        assertEquals(6, ended.counts().quarantinedCount());
        assertEquals(
                List.of(
                        "ems_ref was seen before in this run",
                        "ems_ref is empty",
                        "region is longer than 128 characters: 129",
                        "resource type no_such_type is unknown",
                        "resource type block_storage is none of the scope's",
                        "a number is NaN"),
                ended.counts().quarantined().stream()
                        .map(ScopeSession.Quarantined::reason)
                        .toList());
        assertEquals(List.of("g: state \"sleeping\" is unknown"), ended.counts().warnings());
    }

    @Test
    void storesMetricsThatMoved() {
        run(List.of(machine("a").metric("cpu", 1).build()));
        run(List.of(machine("a").metric("cpu", 1.0).build()));
        Ended third = run(
                List.of(machine("a").metric("cpu", 2).metric("bad", Double.NaN).build()));
        assertCounts(0, 0, 1, third.counts());
        assertEquals(2, world.count("SELECT COUNT(*) FROM resource_metric"));
    }

    @Test
    void keepsExtremeTimesAndTexts() {
        ResourceData odd = machine("o")
                .bootTime(Instant.parse("0001-01-01T00:00:00Z"))
                .emsCreatedOn(Instant.parse("9999-12-31T23:59:59.999999999Z"))
                .description("tab\there \"quotes\" \\ back \n line \u0000 nul \ud800 half \ud83d\ude00 whole")
                .build();
        run(List.of(odd));
        assertCounts(0, 0, 1, run(List.of(odd)).counts());
        assertEquals(
                "tab\there \"quotes\" \\ back \n line \ufffd nul \ufffd half \ud83d\ude00 whole",
                row("o").get("description"));
    }
}
