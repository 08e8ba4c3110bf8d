package inventory.core.store.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.ConflictException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.admin.CollectRequest;
import inventory.api.identity.Caller;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.api.resource.RunStatus;
import inventory.api.store.StoreException;
import inventory.core.collect.ClaimedRun;
import inventory.core.collect.CollectionSchedule;
import inventory.core.collect.Target;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import inventory.core.store.PooledDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the rows of runs guarantee, on each database. */
abstract class RunStoreContract {
    private static final RunReport FIGURES = new RunReport(5, 2, 9, 1, Map.of("scopes_total", 3L));
    private RunWorld world;
    private JdbcRunStore store;

    abstract PooledDatabase newDatabase();

    @BeforeEach
    void open() {
        world = new RunWorld(newDatabase());
        store = world.store;
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aScheduleStartsNothingWhileARunIsActive() {
        Instant now = Instant.now();
        UUID active = world.create().id();
        world.schedule(world.provider.id(), "P300D");
        Optional<Instant> next = world.store.createScheduled(world.provider.id(), now);
        assertEquals(Optional.of(CollectionSchedule.of("P300D").after(now, world.provider.id())), next);
        assertEquals(active.toString(), world.text("SELECT id FROM collection_run"));
        assertEquals("1", world.text("SELECT COUNT(*) FROM collection_run"));
    }

    @Test
    void aChangeIsFollowedByOneRunAfterTheActiveOne() {
        UUID provider = world.provider.id();
        UUID active = world.create().id();
        store.planSoon(provider);
        store.planSoon(provider);
        String planned =
                "SELECT COUNT(DISTINCT task_instance) FROM scheduled_tasks WHERE task_name = 'collection-soon'";
        assertTrue(Integer.parseInt(world.text(planned)) <= 2, "one, unless a second went by");
        Instant later = Instant.now().plusSeconds(2);
        assertEquals(Optional.of(later.plusSeconds(1)), store.createSoon(provider, later));
        assertTrue(store.cancel(active));
        assertEquals(Optional.empty(), store.createSoon(provider, later));
        assertEquals("0", world.text(planned));
        assertEquals("pending", world.text("SELECT status FROM collection_run WHERE active_provider_id = ?", provider));
    }

    @Test
    void aChangeOfADisabledProviderStartsNothing() {
        world.update("UPDATE provider SET enabled = FALSE");
        assertEquals(Optional.empty(), store.createSoon(world.provider.id(), Instant.now()));
        assertEquals("0", world.text("SELECT COUNT(*) FROM collection_run"));
    }

    @Test
    void acceptsARunWithItsTask() {
        CollectionRun run =
                store.create(world.provider, new CollectRequest("targeted", List.of("subnet", "subnet"), true));
        assertEquals("pending", run.status());
        assertEquals(List.of("subnet"), run.targetResourceTypes());
        assertEquals("pending", world.status(run.id()));
        assertEquals(run.taskUuid(), world.text("SELECT task_instance FROM scheduled_tasks"));
        assertEquals("pending", world.text("SELECT last_collection_status FROM provider"));
        ClaimedRun claimed = store.claim(run.id()).orElseThrow();
        assertEquals(Set.of("subnet"), claimed.types());
        assertTrue(claimed.confirmRemovals());
        assertEquals(new Target(world.provider.id(), "one", "sample", "generator", "", "{}", 1), claimed.target());
    }

    @Test
    void ofEightThatAskAtOnceExactlyOneIsAccepted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<UUID>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(threads.submit(() -> {
                go.await();
                try {
                    return world.create().id();
                } catch (ConflictException e) {
                    return new UUID(0, e.collectionRun().orElseThrow().getLeastSignificantBits());
                }
            }));
        }
        go.countDown();
        List<UUID> accepted = new ArrayList<>();
        List<UUID> refused = new ArrayList<>();
        for (Future<UUID> answer : answers) {
            UUID id = answer.get(30, TimeUnit.SECONDS);
            (id.getMostSignificantBits() == 0 ? refused : accepted).add(id);
        }
        threads.shutdown();
        assertEquals(1, accepted.size());
        UUID named = new UUID(0, accepted.get(0).getLeastSignificantBits());
        assertEquals(Collections.nCopies(7, named), refused, "each refusal names the run");
        assertEquals("1", world.text("SELECT COUNT(*) FROM collection_run"));
        assertEquals("1", world.text("SELECT COUNT(*) FROM scheduled_tasks"));
    }

    @Test
    void checksInTheOrderDisabledThenActiveThenInput() {
        CollectRequest bad = new CollectRequest("sideways", List.of(), false);
        UUID active = world.create().id();
        assertEquals(
                Optional.of(active),
                assertThrows(ConflictException.class, () -> store.create(world.provider, bad))
                        .collectionRun());
        world.update("UPDATE provider SET enabled = FALSE");
        assertEquals(
                Optional.empty(),
                assertThrows(ConflictException.class, () -> store.create(world.provider, bad))
                        .collectionRun());
        world.update("UPDATE provider SET enabled = TRUE");
        store.cancel(active);
        assertEquals(
                Set.of("collection_type"),
                assertThrows(InvalidInputException.class, () -> store.create(world.provider, bad))
                        .errors()
                        .keySet());
        InvalidInputException unknown = assertThrows(
                InvalidInputException.class,
                () -> store.create(
                        world.provider, new CollectRequest("targeted", List.of("subnet", "sub net", "moon"), false)));
        assertEquals(
                List.of("Unknown resource types: moon, sub net. See resource-types."),
                unknown.errors().get("target_resource_types"));
        world.update("DELETE FROM provider");
        assertThrows(NotFoundException.class, () -> world.create());
    }

    @Test
    void storesNoRunWhoseTaskCannotBeStored() {
        world.update("ALTER TABLE scheduled_tasks RENAME TO tasks_away");
        assertThrows(StoreException.class, () -> world.create());
        assertEquals("0", world.text("SELECT COUNT(*) FROM collection_run"));
        assertEquals("null", world.text("SELECT last_collection_status FROM provider"));
        world.update("ALTER TABLE tasks_away RENAME TO scheduled_tasks");
        assertEquals("pending", world.create().status());
    }

    @Test
    void everyWorkerThatTakesARunShutsOutTheOneBefore() {
        UUID id = world.create().id();
        ClaimedRun first = store.claim(id).orElseThrow();
        assertEquals(1, first.fence());
        assertTrue(store.report(first.reference(), FIGURES));
        ClaimedRun second = store.claim(id).orElseThrow();
        assertEquals(2, second.fence());
        assertEquals(FIGURES, second.soFar());
        assertFalse(store.report(first.reference(), FIGURES));
        assertFalse(store.end(first.reference(), end(RunStatus.COMPLETED, true)));
        assertEquals("running", world.status(id));
        assertTrue(store.end(second.reference(), end(RunStatus.COMPLETED, true)));
        assertTrue(store.claim(id).isEmpty());
        assertFalse(store.report(second.reference(), FIGURES));
    }

    @Test
    void countsTheLanesThatAnEarlierWorkerRead() {
        UUID id = world.create().id();
        assertEquals(0, store.claim(id).orElseThrow().lanesRead());
        insertLane();
        world.update("INSERT INTO lane_reading (lane_id, reading_no, run_id, read_at)" + " SELECT id, 1, '" + id
                + "', CURRENT_TIMESTAMP FROM lane");
        assertEquals(1, store.claim(id).orElseThrow().lanesRead());
    }

    @Test
    void theProviderTellsOfItsNewestRun() {
        UUID id = world.create().id();
        ClaimedRun run = store.claim(id).orElseThrow();
        assertEquals("running", world.text("SELECT last_collection_status FROM provider"));
        store.end(run.reference(), end(RunStatus.FAILED, false));
        assertEquals("failed", world.text("SELECT last_collection_status FROM provider"));
        assertEquals("null", world.text("SELECT last_refresh_at FROM provider"));
        run = store.claim(world.create().id()).orElseThrow();
        store.end(run.reference(), end(RunStatus.PARTIAL, true));
        assertEquals(
                world.text("SELECT completed_at FROM collection_run WHERE status = 'partial'"),
                world.text("SELECT last_refresh_at FROM provider"));
        assertEquals(
                "16 5 2 9 1 said",
                world.text("SELECT CONCAT(resources_found, ' ', resources_created, ' ', resources_updated, ' ',"
                        + " resources_unchanged, ' ', resources_removed, ' ', error_message)"
                        + " FROM collection_run WHERE status = 'partial'"));
    }

    @Test
    void cancelIsFinalAndLetsTheNextRunIn() {
        UUID pending = world.create().id();
        assertEquals(Optional.of(pending), store.active(world.provider.id()));
        assertEquals(1, store.pending());
        assertTrue(store.cancel(pending));
        assertEquals(0, store.pending());
        assertTrue(store.claim(pending).isEmpty());
        assertEquals("canceled", world.text("SELECT last_collection_status FROM provider"));
        UUID running = world.create().id();
        ClaimedRun claimed = store.claim(running).orElseThrow();
        assertTrue(store.cancel(running));
        assertFalse(store.cancel(running), "it has ended");
        assertFalse(store.end(claimed.reference(), end(RunStatus.COMPLETED, true)));
        assertEquals("canceled", world.status(running));
        assertEquals(Optional.empty(), store.active(world.provider.id()));
        assertFalse(store.cancel(new UUID(1, 1)));
    }

    @Test
    @Timeout(20)
    void aScopeThatIsBeingWrittenBlocksNoAnswer() throws SQLException {
        UUID id = world.create().id();
        ClaimedRun claimed = store.claim(id).orElseThrow();
        try (Connection scope = world.world.database().open()) {
            new Statements(scope)
                    .update(
                            "INSERT INTO lane (provider_id, scope, resource_type_id, readings) VALUES (?, 'a', ?, 0)",
                            world.provider.id(),
                            UUID.randomUUID());
            assertThrows(ConflictException.class, () -> world.create());
            assertTrue(store.report(claimed.reference(), FIGURES));
            assertTrue(store.cancel(id));
            assertEquals("pending", world.create().status());
            scope.rollback();
        }
    }

    @Test
    void knowsTheProvidersOfAPlugin() {
        Provider other = world.newProvider("another");
        Provider disabled = world.newProvider("disabled");
        world.update("UPDATE provider SET enabled = FALSE WHERE id = ?", disabled.id());
        assertEquals(Map.of("sample:generator", 3L), store.providersByPlugin());
        assertEquals(
                List.of(other.id(), world.provider.id()),
                store.enabledProviders(Caller.SYSTEM, "sample", "generator").stream()
                        .map(Target::id)
                        .toList());
        Caller member = new Caller(7, "m", false, false, Set.of(1L, 5L), Set.of(6L));
        assertEquals(2, store.enabledProviders(member, "sample", "generator").size());
        Caller stranger = new Caller(8, "s", false, false, Set.of(5L), Set.of());
        assertEquals(List.of(), store.enabledProviders(stranger, "sample", "generator"));
        Caller nobody = new Caller(9, "n", false, false, Set.of(), Set.of());
        assertEquals(List.of(), store.enabledProviders(nobody, "sample", "generator"));
        assertEquals(List.of(), store.enabledProviders(Caller.SYSTEM, "Sample", "generator"));
        assertEquals(Optional.of("disabled"), store.target(disabled.id()).map(Target::name));
        assertEquals(Optional.empty(), store.target(UUID.randomUUID()));
    }

    private void insertLane() {
        world.update(
                "INSERT INTO lane (provider_id, scope, resource_type_id, readings) VALUES (?, 'a', ?, 1)",
                world.provider.id(),
                UUID.randomUUID());
    }

    private static RunEnd end(RunStatus status, boolean readSomething) {
        return new RunEnd(status, "said", Map.of("warnings", List.of("w")), readSomething, "1.0", FIGURES);
    }
}
