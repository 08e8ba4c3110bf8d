package inventory.core.store.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.ConflictException;
import inventory.api.action.ActionProgress;
import inventory.api.action.ActionResult;
import inventory.api.action.Task;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import inventory.core.action.ActionWorker;
import inventory.core.action.ChangeState;
import inventory.core.action.ClaimedTask;
import inventory.core.action.TaskNotes;
import inventory.core.store.PooledDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How tasks end that do not succeed, on each database: what is said of the change is what is known of it. */
abstract class ActionEndContract {
    private static final String LOOK =
            " Whether the change was made is not known: look at the resource before you repeat it.";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    ActionWorld world;

    abstract PooledDatabase newDatabase();

    @BeforeEach
    void open() {
        world = new ActionWorld(newDatabase());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private interface Before {
        void act(ActionProgress progress);
    }

    private static void nothing(ActionProgress progress) {}

    private static void confirmed(ActionProgress progress) {
        progress.changing();
        progress.changed();
    }

    @Test
    void aFailureBeforeTheChangeIsAFailure() {
        assertEquals("failed TIMEOUT: too slow", failing(ActionEndContract::nothing, FailureKind.TIMEOUT, "too slow"));
        assertEquals("failed THROTTLED: later", failing(ActionEndContract::nothing, FailureKind.THROTTLED, "later"));
    }

    @Test
    void aLostWordAfterTheChangeBeganIsAnUnknownOutcome() {
        for (FailureKind kind : List.of(FailureKind.TIMEOUT, FailureKind.UNREACHABLE, FailureKind.MALFORMED)) {
            assertEquals(
                    "unknown " + kind + ": cut." + LOOK, failing(ActionProgress::changing, kind, "cut"), kind.name());
        }
    }

    @Test
    void aRefusalAfterTheChangeBeganIsAFailure() {
        for (FailureKind kind : List.of(
                FailureKind.INTERNAL, FailureKind.PERMISSION, FailureKind.AUTHENTICATION, FailureKind.THROTTLED)) {
            assertEquals("failed " + kind + ": no", failing(ActionProgress::changing, kind, "no"), kind.name());
        }
    }

    @Test
    void aFailureAfterTheChangeWasConfirmedIsAFailure() {
        assertEquals("failed UNREACHABLE: cut", failing(ActionEndContract::confirmed, FailureKind.UNREACHABLE, "cut"));
    }

    private String failing(Before before, FailureKind kind, String message) {
        world.plugin.performing = (request, progress) -> {
            before.act(progress);
            throw new ProviderException(kind, message);
        };
        return end(world.work(world.start("power-off")));
    }

    private static String end(Task task) {
        return task.status() + " " + task.failureKind() + ": " + task.message();
    }

    @Test
    void aDefectOfThePluginIsToldApartByWhatItHadBegun() {
        world.plugin.performing = (request, progress) -> {
            throw new IllegalStateException("a secret detail");
        };
        Task before = world.work(world.start("power-off"));
        assertTrue(end(before).startsWith("failed INTERNAL: The plugin failed inside;"), end(before));
        assertTrue(before.message().endsWith(before.id() + ". Nothing was changed."), before.message());
        world.plugin.performing = (request, progress) -> {
            progress.changing();
            throw new StackOverflowError();
        };
        Task amid = world.work(world.start("power-off"));
        assertTrue(end(amid).startsWith("unknown INTERNAL: The plugin failed inside;"), end(amid));
    }

    @Test
    void whatWaitsIsCanceledAndNeverPerformed() {
        Task task = world.start("power-off");
        Task canceled = world.actions.cancel(ActionWorld.ADMIN, task.id().toString());
        assertEquals("canceled : Canceled by root.", end(canceled));
        assertEquals("canceled", world.work(task).status());
        assertEquals(List.of(), world.plugin.requests);
        assertThrows(
                ConflictException.class,
                () -> world.actions.cancel(ActionWorld.ADMIN, task.id().toString()));
        assertEquals(List.of("ann action.request accepted", "root action.cancel canceled"), world.audit());
    }

    @Test
    void cancelingBeforeTheChangeIsFinalAndNoChangeFollows() throws InterruptedException {
        CountDownLatch refused = new CountDownLatch(1);
        world.plugin.performing = (request, progress) -> {
            hang();
            assertThrows(IllegalStateException.class, progress::changing);
            refused.countDown();
            return ActionResult.of("too late");
        };
        assertEquals("canceled : Canceled by ann.", canceledInside());
        assertTrue(refused.await(10, TimeUnit.SECONDS));
    }

    @Test
    void cancelingAmidTheChangeLeavesTheOutcomeUnknown() throws InterruptedException {
        world.plugin.performing = (request, progress) -> {
            progress.changing();
            hang();
            return ActionResult.of("too late");
        };
        assertEquals("unknown : Canceled by ann." + LOOK, canceledInside());
    }

    @Test
    void aWaitEndsWithTheInterrupt() throws InterruptedException {
        world.plugin.performing = (request, progress) -> {
            confirmed(progress);
            inside.countDown();
            try {
                progress.pause(Duration.ofSeconds(20));
            } finally {
                interrupted.countDown();
            }
            return ActionResult.of("too late");
        };
        assertEquals("canceled : Canceled by ann.", canceledInside());
    }

    private String canceledInside() throws InterruptedException {
        Task task = world.start("power-off");
        Thread thread = new Thread(() -> world.worker(LONG).work(task.id()));
        thread.start();
        assertTrue(inside.await(10, TimeUnit.SECONDS));
        long begin = System.nanoTime();
        Task canceled = world.actions.cancel(ActionWorld.WRITER, task.id().toString());
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
        thread.join(10_000);
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        assertTrue(millis < 2000, "ended after " + millis + " ms");
        assertEquals(canceled, world.find(task.id()), "nothing is written after the end");
        return end(canceled);
    }

    /** Until it is interrupted; swallows the interrupt as a careless plugin does. */
    private void hang() {
        inside.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    @Test
    void theTimeOfAnActionIsLimited() {
        world.plugin.performing = (request, progress) -> {
            progress.changing();
            hang();
            return ActionResult.of("too late");
        };
        Task task = world.start("power-off");
        world.worker(Duration.ofMillis(300)).work(task.id());
        assertEquals(
                "completed : too late", end(world.find(task.id())), "what the plugin says in the time of grace counts");
        world.plugin.performing = (request, progress) -> {
            progress.changing();
            hang();
            throw new InterruptedException();
        };
        Task next = world.start("power-off");
        world.worker(Duration.ofMillis(300)).work(next.id());
        assertEquals("unknown TIMEOUT: It did not end within 0 s." + LOOK, end(world.find(next.id())));
    }

    @Test
    void aStoppingNodeSaysHowFarItCame() throws InterruptedException {
        world.plugin.performing = (request, progress) -> {
            confirmed(progress);
            hang();
            throw new InterruptedException();
        };
        Task task = world.start("power-off");
        ActionWorker worker = world.worker(LONG);
        Thread thread = new Thread(() -> worker.work(task.id()));
        thread.start();
        assertTrue(inside.await(10, TimeUnit.SECONDS));
        worker.drain();
        thread.join(10_000);
        assertEquals(
                "failed INTERNAL: The node that carried it out was stopped. What the outside system had confirmed until then"
                        + " stays; it was not followed to its end.",
                end(world.find(task.id())));
    }

    @Test
    void theTaskOfADeadNodeIsNeverRepeated() {
        String died = "The node that carried it out stopped in the middle of it.";
        assertEquals("failed INTERNAL: " + died + " Nothing was changed.", dead(ChangeState.NONE));
        assertEquals("unknown INTERNAL: " + died + LOOK, dead(ChangeState.CHANGING));
        assertEquals(
                "failed INTERNAL: " + died
                        + " What the outside system had confirmed until then stays; it was not followed to its end.",
                dead(ChangeState.CHANGED));
        assertEquals(List.of(), world.plugin.requests);
    }

    private String dead(ChangeState change) {
        Task task = world.start("power-off");
        ClaimedTask claimed = world.store.claim(task.id()).orElseThrow();
        assertTrue(world.store.note(task.id(), claimed.fence(), new TaskNotes(10, "", change, List.of())));
        String end = end(world.work(task));
        assertEquals(false, world.store.note(task.id(), claimed.fence(), new TaskNotes(20, "", change, List.of())));
        return end;
    }
}
