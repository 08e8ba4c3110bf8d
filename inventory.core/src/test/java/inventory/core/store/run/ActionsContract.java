package inventory.core.store.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.action.Action;
import inventory.api.action.ActionOrder;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.Task;
import inventory.api.action.TaskLine;
import inventory.api.identity.Caller;
import inventory.core.Await;
import inventory.core.Configured;
import inventory.core.action.ActionConfig;
import inventory.core.action.ActionTasks;
import inventory.core.store.PooledDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of actions and what becomes of it, on each database. */
abstract class ActionsContract {
    private static final String PASSWORD = "correct horse battery";
    private static final Caller READER = new Caller(3, "bob", false, false, Set.of(1L), Set.of());
    private static final Caller STRANGER = new Caller(4, "eve", false, false, Set.of(2L), Set.of(2L));

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

    @Test
    void anActionIsCarriedOutAndEverySecretForgotten() {
        world.plugin.performing = (request, progress) -> {
            progress.step(40, "Renaming with " + PASSWORD);
            progress.changing();
            progress.changed();
            progress.step(30, "Looking");
            return new ActionResult("Renamed with " + PASSWORD, Map.of("job", Map.of("key", PASSWORD, "number", 7)));
        };
        Task accepted = world.start(ActionWorld.WRITER, "rename", Map.of("name", "m2", "password", PASSWORD), false);
        assertEquals("pending", accepted.status());
        assertEquals(Map.of("name", "m2", "password", "***"), accepted.parameters());
        assertFalse(sealed().isEmpty());
        Task task = world.work(accepted);
        assertEquals("completed", task.status());
        assertEquals("Renamed with ***", task.message());
        assertEquals(Map.of("job", Map.of("key", "***", "number", 7L)), task.details());
        assertEquals(100, task.percent());
        assertEquals(
                List.of("40 Renaming with ***", "40 Looking", "100 Renamed with ***"),
                task.log().stream().map(ActionsContract::text).toList());
        ActionRequest request = world.plugin.requests.get(0);
        assertEquals(Map.of("name", "m2", "password", PASSWORD), request.parameters());
        assertEquals("m1", request.target().emsRef());
        assertEquals(List.of("closed", "closed"), world.plugin.closed, "once by the run, once by the action");
        assertEquals("", sealed());
        assertEquals("0", world.runs.text("SELECT COUNT(*) FROM action_task WHERE log LIKE '%horse%'"));
        assertEquals("0", world.runs.text("SELECT COUNT(*) FROM audit_entry WHERE after_json LIKE '%horse%'"));
        assertEquals(List.of("ann action.request accepted", "ann action.end completed"), world.audit());
    }

    private static String text(TaskLine line) {
        return line.percent() + " " + line.message();
    }

    private String sealed() {
        String sealed = world.runs.text("SELECT sealed_secrets FROM action_task");
        assertFalse(sealed.contains("horse"));
        return sealed;
    }

    @Test
    void oneTaskAtATimeChangesAResource() {
        Task first = world.start("power-off");
        ConflictException conflict = assertThrows(ConflictException.class, () -> world.start("power-off"));
        assertEquals(Optional.of(first.id()), conflict.task());
        Task dry = world.start(ActionWorld.WRITER, "rename", Map.of("name", "m2"), true);
        assertEquals("completed", world.work(dry).status());
        assertTrue(world.plugin.requests.get(0).dryRun());
        assertEquals("completed", world.work(first).status());
        assertEquals("completed", world.work(world.start("power-off")).status());
    }

    @Test
    void aTaskIsPerformedOnceHoweverOftenItIsHandedOut() {
        Task task = world.start("power-off");
        world.work(task);
        assertEquals("completed", world.work(task).status());
        assertEquals(1, world.plugin.requests.size());
    }

    @Test
    void whoMayNotWriteTheOrganizationMayNotAct() {
        assertThrows(ForbiddenException.class, () -> world.start(READER, "power-off", Map.of(), false));
        assertThrows(NotFoundException.class, () -> world.start(STRANGER, "power-off", Map.of(), false));
        assertEquals(List.of("bob action.request refused"), world.audit());
        Task task = world.start(ActionWorld.ADMIN, "power-off", Map.of(), false);
        assertThrows(
                ForbiddenException.class,
                () -> world.actions.cancel(READER, task.id().toString()));
        assertThrows(
                NotFoundException.class,
                () -> world.actions.cancel(STRANGER, task.id().toString()));
    }

    @Test
    void whatIsAskedIsChecked() {
        String id = world.machine.id().toString();
        List<String> names =
                world.actions.of(READER, id).stream().map(Action::name).toList();
        assertEquals(List.of("power-off", "rename"), names);
        assertTrue(refusal(NotFoundException.class, "flood").endsWith("Known: power-off, rename."));
        InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> world.start("rename"));
        assertEquals(Map.of("parameters", List.of("'name' is required.")), wrong.errors());
        InvalidInputException dry = assertThrows(
                InvalidInputException.class, () -> world.start(ActionWorld.WRITER, "power-off", Map.of(), true));
        assertEquals(Set.of("dry_run"), dry.errors().keySet());
        assertThrows(
                NotFoundException.class,
                () -> world.actions.start(
                        ActionWorld.WRITER,
                        UUID.randomUUID().toString(),
                        new ActionOrder("power-off", Map.of(), false, "")));
        assertEquals(List.of(), world.audit());
    }

    @Test
    void whatIsGoneOrDisabledIsLeftAlone() {
        world.runs.update("UPDATE provider SET enabled = FALSE");
        assertTrue(refusal(ConflictException.class, "power-off").contains("disabled"));
        world.runs.update("UPDATE provider SET enabled = TRUE");
        Task waiting = world.start("power-off");
        world.plugin.machines = List.of();
        world.collect();
        assertTrue(refusal(ConflictException.class, "power-off").contains("gone"));
        Task ended = world.work(waiting);
        assertEquals("failed", ended.status());
        assertEquals("The resource is gone. Nothing was changed.", ended.message());
        assertEquals(List.of(), world.plugin.requests);
    }

    private String refusal(Class<? extends RuntimeException> type, String action) {
        return assertThrows(type, () -> world.start(action)).getMessage();
    }

    @Test
    void theProvidersTasksEndWithIt() {
        Task task = world.start("power-off");
        new ActionTasks(world.store, () -> {}, world.active, world.inventory, world.measures)
                .cancelForProvider(world.machine.provider());
        assertEquals("canceled", world.find(task.id()).status());
    }

    @Test
    void theQueueHasPendingTasksCarriedOutAndBuriesThoseOfADeadNode() {
        Task pending = world.start("power-off");
        try (ScheduledActionQueue queue = queue()) {
            Await.until("done", Duration.ofSeconds(20), () -> status(pending).equals("completed"));
            Task next = world.start("power-off");
            queue.wake();
            Await.until("done", Duration.ofSeconds(20), () -> status(next).equals("completed"));
        }
        Task dead = world.start("power-off");
        assertTrue(world.store.claim(dead.id()).isPresent());
        world.runs.update(
                "UPDATE scheduled_actions SET picked = TRUE, picked_by = 'dead node', last_heartbeat = CURRENT_TIMESTAMP");
        try (ScheduledActionQueue queue = queue()) {
            queue.wake();
            Await.until("buried", Duration.ofSeconds(30), () -> status(dead).equals("failed"));
            Await.until(
                    "all tasks are done",
                    Duration.ofSeconds(20),
                    () -> world.runs
                            .text("SELECT COUNT(*) FROM scheduled_actions")
                            .equals("0"));
        }
        assertEquals(2, world.plugin.requests.size());
    }

    private String status(Task task) {
        return world.find(task.id()).status();
    }

    private ScheduledActionQueue queue() {
        return new ScheduledActionQueue(
                Configured.of(RunQueueConfig.class, Map.of("poll_ms", 200, "heartbeat_ms", 200)),
                Configured.of(ActionConfig.class, Map.of()),
                world.runs.world.database(),
                world.worker(Duration.ofSeconds(30)));
    }
}
