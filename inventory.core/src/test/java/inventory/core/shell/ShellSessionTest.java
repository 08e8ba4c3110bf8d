package inventory.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.UnavailableException;
import inventory.api.query.Listings;
import inventory.core.shell.ShellWorld.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellSessionTest {
    private final ShellWorld world = new ShellWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void givesSuperusersAllOfGogo() {
        assertEquals(new Answer(0, "bundles\n", ""), world.run("lb"));
        assertEquals(
                0, world.run("x = 1; inventory:providers | inventory:providers").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lb",
                "felix:lb",
                "($.context) bundles",
                "x = 1",
                "no:such",
                "inventory:no-such-command",
                "'' getClass"
            })
    void givesOthersOurCommandsOnly(String line) {
        world.caller = Optional.of(ShellWorld.MEMBER);
        Answer answer = world.run(line);
        assertEquals(127, answer.status());
        assertTrue(answer.err().startsWith("Command not found: "), answer.err());
        assertEquals("", answer.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(lb)", "(lb)", "a;lb", "{lb}", "$caller", "<(lb)", "a|lb", "`lb`", "a\nlb"})
    void takesTheWordsOfOthersLiterally(String word) {
        world.caller = Optional.of(ShellWorld.MEMBER);
        world.inventory.add(Listings.PROVIDERS, Samples.provider(Samples.ID, word));
        Answer answer = world.run("inventory:providers 'name=" + word + "' -o json");
        assertEquals(0, answer.status(), answer.err());
        assertEquals(List.of(word), world.inventory.queries.get(0).filters().get("name"));
        assertFalse(answer.out().contains("bundles"), answer.out());
    }

    @Test
    void mindsQuotesThatAreNotClosed() {
        world.caller = Optional.of(ShellWorld.MEMBER);
        assertEquals(new Answer(2, "", "The quote ' is not closed.\n"), world.run("providers 'a"));
        assertEquals(new Answer(0, "", ""), world.run("  "));
    }

    @Test
    void asksWhoItIsBeforeEachLine() {
        world.caller = Optional.empty();
        assertEquals(new Answer(1, "", "You are not let in any more.\n"), world.run("providers"));
    }

    @Test
    void saysUnknownCommandsAndWrongWords() {
        assertEquals(
                new Answer(127, "", "Command not found: no:such; help lists the commands.\n"), world.run("no:such"));
        assertEquals(
                new Answer(
                        2,
                        "",
                        "Unknown option: '--outptu'\nDid you mean --output?\nhelp inventory:health shows what it takes.\n"),
                world.run("health --outptu"));
        assertEquals(new Answer(2, "", """
                        Invalid value for option '--output': table, json and yaml are known, not 'xml'
                        help inventory:health shows what it takes.
                        """), world.run("health -o xml"));
        assertEquals(2, world.run("provider").status());
    }

    @Test
    void saysWhatTheCoreRefuses() {
        assertEquals(
                new Answer(1, "", "colour: Unknown parameter. Known: name, state.\n"),
                world.run("resources colour=red"));
        assertEquals(new Answer(1, "", "red: Expected a filter of the form NAME=VALUE.\n"), world.run("resources red"));
        world.inventory.failure = Optional.of(new UnavailableException("The database is away.", null));
        assertEquals(new Answer(1, "", "The database is away.\n"), world.run("resources"));
    }

    @Test
    void hidesTheTraceOfADefect() {
        world.inventory.failure = Optional.of(new IllegalStateException("secret"));
        Answer answer = world.run("resources");
        assertEquals(1, answer.status());
        assertTrue(
                answer.err().matches("The command failed by a defect; the log tells more about id [0-9a-f-]{36}\\.\n"),
                answer.err());
    }

    @Test
    void cutsTablesAndNotWhatProgramsRead() {
        List<Record> many = new ArrayList<>();
        for (int i = 0; i < 2345; i++) {
            many.add(Samples.provider(new UUID(3, i), "p" + i));
        }
        world.inventory.add(Listings.PROVIDERS, many.toArray(Record[]::new));
        Answer table = world.run("providers");
        assertEquals(101, table.out().lines().count());
        assertEquals("100 of 2345 shown; --limit 0 shows all\n", table.err());
        assertEquals(2346, world.run("providers -n 0").out().lines().count());
        assertEquals(
                2345,
                world.run("providers -o json")
                        .out()
                        .lines()
                        .filter(line -> line.contains("\"name\""))
                        .count());
        assertEquals(
                2345,
                world.run("providers -o yaml")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("- "))
                        .count());
        assertEquals("[]\n", world.run("runs -o yaml").out());
        assertEquals(3, world.run("providers -n 2 -o table").out().lines().count());
        assertEquals(
                "--limit: Must be 0 or more.\n", world.run("providers -n -1").err());
    }
}
