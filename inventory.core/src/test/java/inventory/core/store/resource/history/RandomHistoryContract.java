package inventory.core.store.resource.history;

import inventory.core.store.PooledDatabase;
import inventory.core.store.resource.World;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Fixed histories, and one that nobody has seen before; its seed is the name of the test. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RandomHistoryContract {
    private static final int HISTORIES = 30;
    private static final int RUNS = 12;

    private World world;

    abstract PooledDatabase newDatabase();

    @BeforeAll
    void open() {
        world = new World(newDatabase());
    }

    @AfterAll
    void close() {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> history() {
        LongStream fixed = LongStream.range(0, HISTORIES);
        LongStream fresh = LongStream.of(new Random().nextLong());
        return LongStream.concat(fixed, fresh)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> live(seed)));
    }

    private void live(long seed) throws InterruptedException {
        try {
            new RandomHistory(world, seed).live(RUNS);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        } finally {
            world.forgetProviders();
        }
    }
}
