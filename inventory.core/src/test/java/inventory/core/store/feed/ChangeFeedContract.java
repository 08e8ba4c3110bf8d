package inventory.core.store.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.InvalidInputException;
import inventory.api.change.Change;
import inventory.api.change.Change.Kind;
import inventory.api.change.ChangeFeed;
import inventory.api.identity.Caller;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.ScopeSession;
import inventory.core.store.PooledDatabase;
import inventory.core.store.resource.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the feed tells on each database. */
abstract class ChangeFeedContract {
    private static final Scope SCOPE = Scope.of("here", "virtual_machine");

    private World world;
    private UUID provider;
    private ChangeFeed feed;

    abstract PooledDatabase newDatabase();

    @BeforeEach
    void open() {
        world = new World(newDatabase());
        provider = world.newProvider("one");
        feed = new JdbcChangeFeed(world.database());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static ResourceData machine(String ref, int cores) {
        return ResourceData.of(ref, "virtual_machine").cpuCount(cores).build();
    }

    private void run(ResourceData... seen) throws InterruptedException {
        RunReference run = world.newRun(provider);
        RunSession session = world.reconciler().open(run);
        try (ScopeSession attempt = session.open(SCOPE, SCOPE.resourceTypes())) {
            for (ResourceData resource : seen) {
                attempt.accept(resource);
            }
            attempt.commit();
        }
        world.finish(session, true);
    }

    private void threeRuns() throws InterruptedException {
        run(machine("a", 1), machine("b", 1), machine("c", 1));
        run(machine("a", 2), machine("b", 1));
        run(machine("a", 2), machine("b", 1), machine("c", 1));
    }

    @Test
    void tellsWhatHappenedInOrder() throws InterruptedException {
        threeRuns();
        List<Change> changes = feed.read(Caller.SYSTEM, ChangeFeed.START, 100);
        assertEquals(
                List.of(Kind.APPEARED, Kind.APPEARED, Kind.APPEARED, Kind.ALTERED, Kind.VANISHED, Kind.RESTORED),
                changes.stream().map(Change::kind).toList());
        assertEquals(
                Map.of("cpu_count", Map.of("from", 1L, "to", 2L)),
                changes.get(3).changes());
        assertEquals("c", changes.get(4).changes().get("name"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6})
    void isReadInPiecesOfAnySize(int size) throws InterruptedException {
        threeRuns();
        List<Change> whole = feed.read(Caller.SYSTEM, ChangeFeed.START, 100);
        List<Change> pieces = new ArrayList<>();
        String cursor = ChangeFeed.START;
        List<Change> piece;
        do {
            piece = feed.read(Caller.SYSTEM, cursor, size);
            pieces.addAll(piece);
            cursor = piece.isEmpty() ? cursor : piece.get(piece.size() - 1).cursor();
        } while (piece.size() == size);
        assertEquals(whole, pieces);
    }

    @Test
    void goesOnFromItsEnd() throws InterruptedException {
        assertEquals(ChangeFeed.START, feed.end());
        run(machine("a", 1));
        String end = feed.end();
        assertEquals(List.of(), feed.read(Caller.SYSTEM, end, 10));
        run(machine("a", 1));
        assertEquals(end, feed.end());
        run(machine("a", 2));
        assertEquals(1, feed.read(Caller.SYSTEM, end, 10).size());
    }

    @Test
    void showsNobodyTheChangesOfOthers() throws InterruptedException {
        run(machine("a", 1));
        Caller member = new Caller(7, "member", false, false, Set.of(1L), Set.of());
        Caller stranger = new Caller(8, "stranger", false, false, Set.of(2L), Set.of());
        assertEquals(1, feed.read(member, ChangeFeed.START, 10).size());
        assertEquals(0, feed.read(stranger, ChangeFeed.START, 10).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "-1", "1.a.2", "1.b.00000000-0000-7000-8000-000000000000", "9999999999999999999", "1 OR 1=1"
            })
    void refusesWhatIsNoCursor(String cursor) {
        assertThrows(InvalidInputException.class, () -> feed.read(Caller.SYSTEM, cursor, 10));
        assertThrows(InvalidInputException.class, () -> feed.read(Caller.SYSTEM, ChangeFeed.START, 0));
        assertThrows(InvalidInputException.class, () -> feed.read(Caller.SYSTEM, ChangeFeed.START, 10_001));
    }
}
