package inventory.core.store.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.resource.ResourceData;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunSession;
import inventory.core.store.CountingSource;
import inventory.core.store.DatabaseFixture;
import inventory.core.store.PostgresPeer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often the database is asked does not depend on the number of resources, only on what changed. */
class RoundTripsTest {
    /** Types, lanes, what is known, the previous run; reading, lane, fence, commit; batches to resolve, run, provider twice, commit. */
    private static final int UNCHANGED = 13;

    private static final int RESOURCES = 10_000;

    @Test
    void areFewOnH2() {
        count(Optional.empty());
    }

    @Test
    void areFewOnPostgresql() {
        try (PostgresPeer peer = PostgresPeer.start()) {
            count(Optional.of(peer));
        }
    }

    private static void count(Optional<PostgresPeer> peer) {
        CountingSource counting = new CountingSource();
        try (World world = new World(DatabaseFixture.via(peer, counting::over))) {
            UUID provider = world.newProvider("one");
            run(world, counting, provider, 0);
            assertEquals(UNCHANGED, run(world, counting, provider, 0));
            int onePercent = run(world, counting, provider, 100);
            assertTrue(onePercent <= 30, "asked " + onePercent + " times for 1 % changed");
        }
    }

    private static int run(World world, CountingSource counting, UUID provider, int changedEvery) {
        List<ResourceData> seen = IntStream.range(0, RESOURCES)
                .mapToObj(i -> ReconcilerContract.machine("m" + i)
                        .cpuCount(changedEvery > 0 && i % changedEvery == 0 ? 2 : 1)
                        .build())
                .toList();
        RunReference run = world.newRun(provider);
        counting.take();
        RunSession session = world.reconciler().open(run);
        ReconcilerContract.read(session, ReconcilerContract.SCOPE, seen);
        world.finish(session, true);
        return counting.take();
    }
}
