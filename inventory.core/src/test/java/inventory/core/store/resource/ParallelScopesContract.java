package inventory.core.store.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.RunSession.Removals;
import inventory.core.reconcile.ScopeSession.Counts;
import inventory.core.store.PooledDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Scopes that are read at the same time, while nearly everything moves from one to another. */
abstract class ParallelScopesContract {
    private static final int SCOPES = 4;
    private static final int RESOURCES = 12_000;

    abstract PooledDatabase newDatabase();

    @Test
    void neverLoseOrDoubleWhatMoves() throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService pool = Executors.newFixedThreadPool(SCOPES);
        try (World world = new World(newDatabase())) {
            UUID provider = world.newProvider("one");
            Random dice = new Random(7);
            assertEquals(RESOURCES, run(world, provider, pool, dice).created());
            for (int i = 0; i < 2; i++) {
                Counts moved = run(world, provider, pool, dice);
                assertEquals(RESOURCES, moved.unchanged());
                assertEquals(0, moved.quarantinedCount());
            }
            assertEquals(RESOURCES, world.count("SELECT COUNT(*) FROM resource WHERE deleted_at IS NULL"));
            assertEquals(0, world.count("SELECT COUNT(*) FROM resource_drift"));
            assertEquals(
                    3L * RESOURCES,
                    world.count("SELECT SUM(r.seen_before + l.readings - r.first_reading + 1) FROM resource r"
                            + " JOIN lane l ON l.id = r.lane_id"));
        } finally {
            pool.shutdownNow();
        }
    }

    private static Counts run(World world, UUID provider, ExecutorService pool, Random dice)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<List<ResourceData>> parts = new ArrayList<>();
        for (int i = 0; i < SCOPES; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < RESOURCES; i++) {
            parts.get(dice.nextInt(SCOPES))
                    .add(ReconcilerContract.machine("m" + i).build());
        }
        RunReference run = world.newRun(provider);
        long created = 0;
        long unchanged = 0;
        long quarantined = 0;
        RunSession session = world.reconciler().open(run);
        List<Future<Counts>> scopes = new ArrayList<>();
        for (int i = 0; i < SCOPES; i++) {
            Scope scope = Scope.of("part " + i, "virtual_machine");
            List<ResourceData> part = parts.get(i);
            scopes.add(pool.submit(() -> ReconcilerContract.read(session, scope, part)));
        }
        for (Future<Counts> scope : scopes) {
            Counts counts = scope.get(60, TimeUnit.SECONDS);
            created += counts.created();
            unchanged += counts.unchanged();
            quarantined += counts.quarantinedCount();
        }
        assertEquals(new Removals(0, RESOURCES), session.removals());
        world.finish(session, true);
        return new Counts(created, 0, unchanged, quarantined, List.of(), List.of());
    }
}
