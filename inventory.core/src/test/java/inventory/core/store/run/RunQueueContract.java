package inventory.core.store.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.core.Await;
import inventory.core.Configured;
import inventory.core.collect.ClaimedRun;
import inventory.core.collect.CollectionMeasures;
import inventory.core.collect.CollectionSchedule;
import inventory.core.collect.EngineAssembly;
import inventory.core.collect.RunWorker;
import inventory.core.store.PooledDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How runs come to workers, on each database. */
abstract class RunQueueContract {
    private static final Duration LONG = Duration.ofSeconds(20);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final int NEVER_POLLS_MS = 60_000;
    RunWorld world;
    private final CountDownLatch release = new CountDownLatch(1);

    abstract PooledDatabase newDatabase();

    @BeforeEach
    void open() {
        world = new RunWorld(newDatabase());
    }

    @AfterEach
    void close() {
        release.countDown();
        world.close();
    }

    @Test
    void aRunIsWorkedOnAtOnceAndOnce() throws InterruptedException {
        Recording worker = new Recording();
        try (ScheduledRunQueue queue = queue(worker, NEVER_POLLS_MS)) {
            awaitStarted();
            UUID id = world.create().id();
            long begin = System.nanoTime();
            queue.wake();
            assertEquals(id, worker.runs.poll(10, TimeUnit.SECONDS));
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            assertTrue(millis < 1000, "worked on after " + millis + " ms");
            Await.until(
                    "the task is done",
                    LONG,
                    () -> world.text("SELECT COUNT(*) FROM scheduled_tasks").equals("0"));
            assertTrue(worker.runs.isEmpty());
        }
    }

    @Test
    void aRunOfAnotherNodeIsFoundByLooking() throws InterruptedException {
        Recording worker = new Recording();
        try (ScheduledRunQueue queue = queue(worker, 200)) {
            assertNotNull(queue);
            awaitStarted();
            assertEquals(world.create().id(), worker.runs.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatFailsIsTriedAgain() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        Recording worker = new Recording();
        worker.body = run -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("left to the next worker");
            }
        };
        UUID id = world.create().id();
        try (ScheduledRunQueue queue = queue(worker, 200)) {
            assertNotNull(queue);
            assertEquals(id, worker.runs.poll(10, TimeUnit.SECONDS));
            assertEquals(id, worker.runs.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void theRunOfANodeThatDiedIsTakenOver() throws InterruptedException {
        UUID id = world.create().id();
        ClaimedRun dead = world.store.claim(id).orElseThrow();
        world.update(
                "UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'dead node', last_heartbeat = CURRENT_TIMESTAMP");
        Recording worker = new Recording();
        long begin = System.nanoTime();
        try (ScheduledRunQueue queue = queue(worker, 200)) {
            assertNotNull(queue);
            assertEquals(id, worker.runs.poll(30, TimeUnit.SECONDS));
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            boolean alone = world.world.database().dialect().isExclusive();
            assertTrue(millis < (alone ? 1000 : 10_000), "taken over after " + millis + " ms");
            assertEquals(dead.fence() + 1, world.store.claim(id).orElseThrow().fence());
        }
    }

    @Test
    void aNodeThatStopsGivesItsRunsBackAndStopsSoon() throws InterruptedException {
        CountDownLatch drained = new CountDownLatch(1);
        Recording worker = new Recording();
        worker.body = run -> {
            await(drained);
            throw new IllegalStateException("left to the next worker");
        };
        worker.onDrain = drained::countDown;
        UUID id = world.create().id();
        ScheduledRunQueue first = queue(worker, 200);
        assertEquals(id, worker.runs.poll(10, TimeUnit.SECONDS));
        long begin = System.nanoTime();
        first.close();
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 5000);
        assertEquals("0", world.text("SELECT COUNT(*) FROM scheduled_tasks WHERE picked = TRUE"));
        Recording next = new Recording();
        try (ScheduledRunQueue second = queue(next, 200)) {
            assertNotNull(second);
            assertEquals(id, next.runs.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aRunThatIsCanceledWhileItWaitsNeverCallsThePlugin() throws InterruptedException {
        AtomicInteger connects = new AtomicInteger();
        BaseProvider plugin = context -> {
            connects.incrementAndGet();
            return new OneScope(List.of("m1"));
        };
        UUID canceled = world.create().id();
        world.store.cancel(canceled);
        UUID next = world.create().id();
        try (EngineAssembly engine = new EngineAssembly(world.store, world.world.reconciler(), plugin);
                ScheduledRunQueue queue = queue(engine.worker(), 200)) {
            assertNotNull(queue);
            Await.until("the next run ends", LONG, () -> world.status(next).equals("completed"));
            Await.until(
                    "both tasks are done",
                    LONG,
                    () -> world.text("SELECT COUNT(*) FROM scheduled_tasks").equals("0"));
        }
        assertEquals(1, connects.get());
        assertEquals("canceled", world.status(canceled));
    }

    @Test
    void aRunGoesAllTheWayToTheRows() {
        BaseProvider plugin = context -> new OneScope(List.of("m1", "m2", ""));
        UUID id = world.create().id();
        try (EngineAssembly engine = new EngineAssembly(world.store, world.world.reconciler(), plugin);
                ScheduledRunQueue queue = queue(engine.worker(), 200)) {
            assertNotNull(queue);
            Await.until(
                    "the run ends", LONG, () -> !List.of("pending", "running").contains(world.status(id)));
        }
        assertEquals("partial", world.status(id));
        assertEquals("2", world.text("SELECT resources_created FROM collection_run"));
        assertEquals("2", world.text("SELECT COUNT(*) FROM resource"));
        assertTrue(world.text("SELECT error_details FROM collection_run").contains("\"quarantined_count\":1"));
        assertEquals("1.2.3", world.text("SELECT collector_version FROM collection_run"));
    }

    @Test
    void aScheduleThatComesTrueStartsARunAndIsPlannedAgain() throws InterruptedException {
        UUID provider = world.provider.id();
        world.schedule(provider, "P300D");
        Recording worker = new Recording();
        try (ScheduledRunQueue queue = queue(worker, 200)) {
            assertNotNull(queue);
            UUID run = worker.runs.poll(10, TimeUnit.SECONDS);
            assertEquals("full", world.text("SELECT collection_type FROM collection_run WHERE id = ?", run));
            Await.until(
                    "it is planned again",
                    LONG,
                    () -> world.planned().equals(CollectionSchedule.of("P300D").after(now, provider)));
        }
        assertTrue(worker.runs.isEmpty());
    }

    @Test
    void aScheduleOfADisabledProviderIsForgotten() {
        world.schedule(world.provider.id(), "P300D");
        world.update("UPDATE provider SET enabled = FALSE");
        Recording worker = new Recording();
        try (ScheduledRunQueue queue = queue(worker, 200)) {
            assertNotNull(queue);
            Await.until(
                    "the task is gone",
                    LONG,
                    () -> world.text("SELECT COUNT(*) FROM scheduled_tasks").equals("0"));
        }
        assertEquals("0", world.text("SELECT COUNT(*) FROM collection_run"));
    }

    @Test
    void aChangeIsFollowedByARunThatMayRemoveAll() throws InterruptedException {
        world.store.planSoon(world.provider.id());
        Recording worker = new Recording();
        try (ScheduledRunQueue queue = queue(worker, 200)) {
            assertNotNull(queue);
            UUID run = worker.runs.poll(10, TimeUnit.SECONDS);
            assertEquals(run.toString(), world.text("SELECT id FROM collection_run WHERE confirm_removals = TRUE"));
        }
    }

    ScheduledRunQueue queue(RunWorker worker, int pollMs) {
        RunQueueConfig config =
                Configured.of(RunQueueConfig.class, Map.of("poll_ms", pollMs, "heartbeat_ms", 500, "runs_per_node", 2));
        return new ScheduledRunQueue(
                config,
                world.world.database(),
                world.store,
                worker,
                new CollectionMeasures(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** The queue starts on the database's thread, after what was to be done before. */
    void awaitStarted() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        world.world.database().whenReady(started::countDown);
        assertTrue(started.await(10, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Remembers what it was given. */
    static final class Recording implements RunWorker {
        final BlockingQueue<UUID> runs = new LinkedBlockingQueue<>();
        volatile Consumer<UUID> body = run -> {};
        volatile Runnable onDrain = () -> {};

        @Override
        public void work(UUID runId) {
            runs.add(runId);
            body.accept(runId);
        }

        @Override
        public void drain() {
            onDrain.run();
        }
    }

    private record OneScope(List<String> refs) implements ProviderConnection {
        @Override
        public List<Scope> scopes() {
            return List.of(Scope.of("here", "virtual_machine"));
        }

        @Override
        public void collect(Scope scope, ResourceSink sink) throws InterruptedException {
            for (String ref : refs) {
                sink.accept(ResourceData.of(ref, "virtual_machine").build());
            }
        }

        @Override
        public void close() {}
    }
}
