package inventory.core.store.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.core.collect.ClaimedRun;
import inventory.core.collect.EngineAssembly;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.ScopeSession;
import inventory.core.reconcile.StaleRunException;
import inventory.core.store.PooledDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run ends with its removals or is canceled without them, on each database. */
abstract class RunEndContract {
    RunWorld world;

    abstract PooledDatabase newDatabase();

    @BeforeEach
    void open() {
        world = new RunWorld(newDatabase());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRunThatIsCanceledAfterTheReadingRemovesNothing() {
        work(List.of("m1", "m2"), () -> {});
        UUID id = world.create().id();
        work(id, List.of("m1"), () -> world.store.cancel(id));
        assertEquals("canceled 0", end(id));
        assertEquals("0", removed());
    }

    @Test
    void aRunThatHasRemovedCannotBeCanceledAnyMore() {
        work(List.of("m1", "m2"), () -> {});
        UUID id = world.create().id();
        work(id, List.of("m1"), () -> {});
        assertEquals("completed 1", end(id));
        assertEquals("1", removed());
        assertFalse(world.store.cancel(id));
    }

    @RepeatedTest(4)
    @Timeout(60)
    void ofAnEndAndACancelAtTheSameTimeOneComesTrue() throws Exception {
        work(List.of("m1", "m2"), () -> {});
        ClaimedRun run = world.store.claim(world.create().id()).orElseThrow();
        RunSession session = world.world.reconciler().open(run.reference());
        Scope scope = Scope.of("here", "virtual_machine");
        try (ScopeSession attempt = session.open(scope, scope.resourceTypes())) {
            attempt.accept(ResourceData.of("m1", "virtual_machine").build());
            attempt.commit();
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Boolean> ends;
        Future<Boolean> cancels;
        try (Connection holder = world.world.database().open()) {
            new Statements(holder).update("UPDATE collection_run SET job_id = 'held' WHERE id = ?", run.id());
            ends = threads.submit(() -> ends(session));
            cancels = threads.submit(() -> world.store.cancel(run.id()));
            holder.rollback();
        }
        boolean ended = ends.get(30, TimeUnit.SECONDS);
        assertEquals(!ended, cancels.get(30, TimeUnit.SECONDS));
        threads.shutdown();
        assertEquals(ended ? "completed 1" : "canceled 0", end(run.id()));
        assertEquals(ended ? "1" : "0", removed());
        assertEquals(ended ? "1" : "0", world.text("SELECT COUNT(*) FROM resource_drift"));
        assertEquals(ended ? "2" : "1", world.text("SELECT feed_position FROM feed_head"));
    }

    private boolean ends(RunSession session) {
        try {
            world.world.finish(session, true);
            return true;
        } catch (StaleRunException e) {
            return false;
        }
    }

    private String end(UUID run) {
        return world.text("SELECT CONCAT(status, ' ', resources_removed) FROM collection_run WHERE id = ?", run);
    }

    private String removed() {
        return world.text("SELECT COUNT(*) FROM resource WHERE deleted_at IS NOT NULL");
    }

    private void work(List<String> refs, Runnable closing) {
        work(world.create().id(), refs, closing);
    }

    private void work(UUID run, List<String> refs, Runnable closing) {
        try (EngineAssembly engine =
                new EngineAssembly(world.store, world.world.reconciler(), context -> new Closing(refs, closing))) {
            engine.worker().work(run);
        }
    }

    private record Closing(List<String> refs, Runnable closing) implements ProviderConnection {
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
        public void close() {
            closing.run();
        }
    }
}
