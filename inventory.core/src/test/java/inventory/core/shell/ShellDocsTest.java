package inventory.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is written about the commands is what they say of themselves. */
class ShellDocsTest {
    private static final Path PAGE = Path.of("../docs/shell.md");
    private static final String MARK = "<!-- From here on made by ShellDocsTest: mvn -pl inventory.core -am test"
            + " -Dtest=ShellDocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dshell.docs=write -->\n";

    @Test
    void thePageIsTheHelp() throws IOException {
        String page = Files.readString(PAGE);
        int mark = page.indexOf(MARK);
        assertTrue(mark > 0, "the mark is there");
        String fresh = page.substring(0, mark) + MARK + reference();
        if ("write".equals(System.getProperty("shell.docs"))) {
            Files.writeString(PAGE, fresh);
        }
        assertEquals(fresh, Files.readString(PAGE), "stale: run the command of the mark");
    }

    @Test
    void everyCommandHasAnExampleOfItself() {
        HelpCommands.all().forEach(command -> {
            String name = command.getCommandName();
            String footer =
                    String.join("\n", command.getCommandSpec().usageMessage().footer());
            assertTrue(footer.contains("Example"), name);
            assertTrue(footer.contains(name) || name.equals("inventory:help"), name);
        });
    }

    @Test
    void theComponentsOfferEveryCommand() throws IOException {
        assertEquals(CommandTable.INVENTORY.names(), offered("InventoryScope"));
        assertEquals(CommandTable.PLUGIN.names(), offered("PluginScope"));
    }

    private static String reference() {
        return HelpCommands.all()
                .map(ShellDocsTest::section)
                .collect(Collectors.joining("\n", "\n## Commands\n\n", ""));
    }

    private static String section(CommandLine command) {
        return "### " + command.getCommandName() + "\n\n```\n" + command.getUsageMessage() + "```\n";
    }

    /** As Declarative Services reads it. */
    private static Set<String> offered(String component) throws IOException {
        String name = "/OSGI-INF/inventory.core.shell." + component + ".xml";
        try (var xml = ShellDocsTest.class.getResourceAsStream(name)) {
            Stream<MatchResult> list = Pattern.compile("osgi.command.function\" type=\"String\">([^<]*)<")
                    .matcher(new String(xml.readAllBytes(), StandardCharsets.UTF_8))
                    .results();
            return list.flatMap(found -> Arrays.stream(found.group(1).split("\n")))
                    .map(String::strip)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
