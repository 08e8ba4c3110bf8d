package inventory.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.plugin.TestResult;
import inventory.api.query.Health;
import inventory.api.query.Listings;
import inventory.core.shell.ShellWorld.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs, resources, plugins, the product itself. */
class CommandsTest {
    private final ShellWorld world = new ShellWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void listsRuns() {
        world.inventory.add(Listings.COLLECTION_RUNS, Samples.run("partial"));
        assertEquals("""
                PROVIDER  STATUS   STARTED               SECONDS  FOUND  CREATED  UPDATED  REMOVED  ID
                lab       partial  2026-01-31T12:00:00Z  1.5      5      4        3        2        %s
                """.formatted(Samples.ID), world.run("runs").out());
    }

    @Test
    void showsAndCancelsRuns() {
        assertEquals(new Answer(1, "", "Nothing in collection-runs has this id.\n"), world.run("inventory:run 17"));
        assertEquals(new Answer(1, "", "The run has ended already.\n"), world.run("cancel " + Samples.ID));
        world.inventory.add(Listings.COLLECTION_RUNS, Samples.run("running"));
        assertTrue(world.run("run " + Samples.ID + " -o yaml").out().contains("\nstatus: running\n"));
        assertTrue(world.run("cancel " + Samples.ID + " -o json").out().contains("\"status\" : \"canceled\""));
    }

    @Test
    void listsTypesAndUsers() {
        world.inventory.add(Listings.TYPES, Samples.TYPE);
        world.inventory.add(Listings.USERS, Samples.USER);
        assertEquals("""
                SLUG             NAME             CATEGORY  COUNTABLE
                virtual_machine  Virtual Machine  compute   true
                """, world.run("types").out());
        assertTrue(
                world.run("users").out().lines().skip(1).findFirst().orElse("").startsWith("admin "));
    }

    @Test
    void showsTheLifeOfAResource() {
        assertEquals(new Answer(1, "", "Nothing in resources has the name or id 'web'.\n"), world.run("history web"));
    }

    @Test
    void tellsHealthByItsExitStatus() {
        assertEquals(new Answer(0, "status: healthy\nchecks:\n  database: ok\n", ""), world.run("health -o yaml"));
        world.inventory.health = new Health(false, Map.of("database", "error: gone"));
        assertEquals(1, world.run("health").status());
    }

    @Test
    void listsAndShowsPlugins() {
        assertEquals("""
                KEY      VERSION  STATE   PROVIDERS  BUNDLE        REASON
                aws:aws  1.0.0    active  2          provider.aws
                """, world.run("plugin:list").out());
        assertTrue(world.run("plugin:info aws:aws").out().contains("connection_parameters"));
        assertEquals(new Answer(1, "", "No plugin has the key 'a:b'.\n"), world.run("plugin:info a:b"));
    }

    @Test
    void installsFromAFileAndFromStandardInput(@TempDir Path folder) throws IOException {
        Path jar = Files.writeString(folder.resolve("p.jar"), "jar");
        Answer answer = world.run("plugin:install '" + jar + "' --force");
        assertEquals(0, answer.status(), answer.err());
        assertEquals("It is not signed.\n", answer.err());
        world.run("plugin:install -", "piped");
        assertEquals(
                List.of("install " + jar + " jar by force", "install standard-input piped"), world.plugins.changes);
        assertEquals(
                new Answer(1, "", "FILE: There is no /no/where on the machine of the product.\n"),
                world.run("plugin:install /no/where"));
    }

    @Test
    void opensNoFileForOneWhoMayNotInstall() {
        world.caller = Optional.of(ShellWorld.MEMBER);
        assertEquals(new Answer(1, "", "Only superusers install plugins.\n"), world.run("plugin:install /no/where"));
    }

    @Test
    void removesPlugins() {
        assertEquals(new Answer(1, "", "2 providers use it.\n"), world.run("plugin:remove aws:aws"));
        assertEquals(new Answer(0, "removed aws:aws\n", """
                        2 providers have no plugin now.
                        It is a part of the product: it comes back with plugin:refresh or a restart.
                        """), world.run("plugin:remove aws:aws --force"));
        world.run("plugin:refresh");
        assertEquals(List.of("remove aws:aws", "refresh"), world.plugins.changes);
    }

    @Test
    void testsPlugins() {
        assertEquals(new Answer(0, "PROVIDER  SUCCESS  MESSAGE  ID\n", ""), world.run("plugin:test aws:aws"));
        world.plugins.results.add(new TestResult(Samples.ID, "lab", "aws:aws", false, "wrong\u001b[31m key"));
        Answer answer = world.run("plugin:test aws:aws");
        assertEquals(1, answer.status());
        assertTrue(answer.out().contains("lab       false    wrong [31m key  "), answer.out());
    }
}
