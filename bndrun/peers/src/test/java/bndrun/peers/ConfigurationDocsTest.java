package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} lists what can be configured: all of it, and nothing else. */
class ConfigurationDocsTest {

    private static final String PAGE = Source.of("docs/configuration.md").text();

    private static final Pattern VARIABLE = Pattern.compile("\\bINVENTORY_[A-Z_]*[A-Z]\\b");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern PID = Pattern.compile("\\bPID = \"([^\"]+)\"");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "@AttributeDefinition\\((?<facts>.*?)\\)\\s+[\\w\\[\\]]+ (?<name>\\w+)\\(\\)(?: default (?<default>[^;]*))?;",
            Pattern.DOTALL);
    private static final Pattern SECTION =
            Pattern.compile("^### `([^`]+)`$(.*?)(?=^### |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\|([^|]*)\\|([^|]*)\\|[^|]*\\|$", Pattern.MULTILINE);

    @Test
    void everyKeyOfEveryConfiguration() {
        SortedSet<String> inSources = Source.endingIn("Config.java").stream()
                .filter(source -> source.isProduct() && source.text().contains("@ObjectClassDefinition"))
                .flatMap(ConfigurationDocsTest::keys)
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> onPage = matches(SECTION, PAGE)
                .flatMap(section -> matches(ROW, section.group(2))
                        .map(row -> line(
                                section.group(1),
                                row.group(1),
                                row.group(2).strip(),
                                row.group(3).strip())))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(inSources.size() > 20, "the sources are read");
        assertEquals(inSources, onPage);
    }

    @Test
    void everyVariable() {
        List<String> readers = List.of("run", "test", ".ci/run", "bndrun/demo");
        Stream<Source> sources = Stream.concat(
                Source.endingIn(".java").stream(), readers.stream().map(Source::of));
        assertEquals(words(VARIABLE, sources), words(VARIABLE, Stream.of(new Source("", PAGE))));
    }

    @Test
    void everyOptionOfRun() {
        String usage = Source.of("run").text().replaceFirst("(?s)^.*?<<'TEXT'\\n(.*?)\\nTEXT\\n.*$", "$1");
        assertTrue(usage.startsWith("usage:"), usage);
        assertEquals(words(OPTION, Stream.of(new Source("", usage))), words(OPTION, Stream.of(new Source("", PAGE))));
    }

    private static Stream<String> keys(Source config) {
        String pid = matches(PID, config.text()).findFirst().orElseThrow().group(1);
        return ATTRIBUTE
                .matcher(config.text())
                .results()
                .map(found -> ATTRIBUTE.matcher(found.group()))
                .filter(attribute -> attribute.matches())
                .map(attribute -> line(
                        pid,
                        key(attribute.group("name")),
                        literal(attribute.group("default")),
                        range(attribute.group("facts"))));
    }

    /** As Declarative Services derives the key from the name of the method. */
    private static String key(String method) {
        return method.replace("__", "\0").replace('_', '.').replace('\0', '_');
    }

    private static String literal(String source) {
        return source == null
                ? ""
                : source.replaceAll("(?<=\\d)_(?=\\d)", "")
                        .replaceAll("[{}\"]", "")
                        .strip();
    }

    private static String range(String facts) {
        String least = bound("min", facts);
        String most = bound("max", facts);
        return most.isEmpty() ? (least.isEmpty() ? "" : least + " or more") : least + "–" + most;
    }

    private static String bound(String name, String facts) {
        return matches(Pattern.compile(name + " = \"(\\d+)\""), facts)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static String line(String pid, String key, String byDefault, String range) {
        return pid + " " + key + ", default: " + byDefault + ", range: " + range;
    }

    private static SortedSet<String> words(Pattern pattern, Stream<Source> sources) {
        return sources.flatMap(source -> matches(pattern, source.text()))
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
