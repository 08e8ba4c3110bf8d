package inventory.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.action.ActionOrder;
import inventory.api.query.Listings;
import inventory.core.shell.ShellWorld.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actions and tasks at the shell. */
class ActionCommandsTest {
    private final ShellWorld world = new ShellWorld();

    @BeforeEach
    void fill() {
        world.inventory.add(Listings.RESOURCES, Samples.resource("web"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void listsWhatCanBeDone() {
        assertEquals("""
                NAME    DESTRUCTIVE  DRY RUN  DESCRIPTION     PARAMETERS
                resize  true         true     Gives it more.  cpus, password?
                """, world.run("actions web").out());
        assertTrue(world.run("actions web -o json").out().contains("\"secret\" : true"));
    }

    @Test
    void ordersInTheTypesOfTheParameters() {
        Answer answer = world.run("action web resize cpus=4 -p password --dry-run", "hunter2\n");
        assertEquals(0, answer.status(), answer.err());
        assertFalse((answer.out() + answer.err()).contains("hunter2"));
        ActionOrder order = world.actions.orders.get(0);
        assertEquals("resize", order.action());
        assertEquals(Map.of("cpus", 4L, "password", "hunter2"), order.parameters());
        assertTrue(order.dryRun());
        world.run("action web resize cpus=many");
        assertEquals(
                Map.of("cpus", "many"),
                world.actions.orders.get(1).parameters(),
                "the core says what is wrong with it");
        assertEquals(new Answer(1, "", "cpus: Expected KEY=VALUE.\n"), world.run("action web resize cpus"));
        assertEquals(
                new Answer(1, "", "Nothing in resources has the name or id 'mail'.\n"),
                world.run("action mail resize"));
    }

    @ParameterizedTest
    @CsvSource({"completed,0", "failed,1", "canceled,4", "unknown,5"})
    void waitsAndEndsAsTheTaskDoes(String end, int status) {
        world.inventory.stages.add(Samples.task("running"));
        world.inventory.stages.add(Samples.task(end));
        Answer answer = world.run("action web resize cpus=4 --wait");
        assertEquals(status, answer.status());
        assertEquals("running: 40 %, Waiting\n" + end + ": 40 %, Waiting\n", answer.err());
        assertTrue(answer.out().lines().anyMatch(line -> line.matches("status +" + end)), answer.out());
    }

    @Test
    void listsShowsAndCancelsTasks() {
        world.inventory.add(Listings.TASKS, Samples.task("running"));
        assertEquals("""
                RESOURCE  ACTION  STATUS   PERCENT  MESSAGE  BY     CREATED               ID
                web       resize  running  40       Waiting  admin  2026-01-31T12:00:00Z  %s
                """.formatted(Samples.ID), world.run("tasks").out());
        assertTrue(world.run("task " + Samples.ID + " -o yaml").out().contains("\nstatus: running\n"));
        assertTrue(world.run("task-cancel " + Samples.ID + " -o json").out().contains("\"status\" : \"canceled\""));
        assertEquals(new Answer(1, "", "The task has ended already.\n"), world.run("task-cancel 17"));
    }

    @Test
    void completesActionsAndParameters() {
        Completion completion = new Completion(world.services);
        assertEquals(List.of("resize"), candidates(completion, "action", "web", ""));
        assertEquals(List.of("cpus=", "password="), candidates(completion, "action", "web", "resize", ""));
        assertEquals(List.of("cpus", "password"), candidates(completion, "action", "web", "resize", "-p", ""));
        world.inventory.add(Listings.TASKS, Samples.task("running"));
        assertEquals(List.of(Samples.ID.toString()), candidates(completion, "task-cancel", ""));
    }

    private static List<String> candidates(Completion completion, String... words) {
        return completion.candidates(ShellWorld.ADMIN, List.of(words));
    }
}
