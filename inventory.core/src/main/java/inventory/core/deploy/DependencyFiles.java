package inventory.core.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The files of a plugin that name software other than bundles. They are shown, and nothing is installed from them. */
final class DependencyFiles {
    private static final Map<String, String> FILES = Map.of(
            "python", "requirements.txt",
            "collections", "requirements.yml",
            "system", "bindep.txt",
            "runtime", "meta/runtime.yml",
            "execution_environment", "meta/execution-environment.yml");

    private DependencyFiles() {}

    /**
     * Reads those that are there.
     *
     * @param reader gives the text of a file if it is there
     * @return by sort: {@code file}, its {@code text}, and its {@code entries}, the lines without comments and blank ones
     */
    static Map<String, Object> read(Function<String, Optional<String>> reader) {
        Map<String, Object> found = new TreeMap<>();
        FILES.forEach((sort, file) -> reader.apply(file)
                .ifPresent(text -> found.put(sort, Map.of("file", file, "entries", entries(text), "text", text))));
        return found;
    }

    /** @return for each sort that other systems install from, what became of it here */
    static Map<String, String> outcome(Map<String, Object> found) {
        Map<String, String> outcome = new LinkedHashMap<>();
        for (String sort : List.of("python", "collections", "system")) {
            String file = FILES.get(sort);
            outcome.put(
                    sort,
                    found.containsKey(sort)
                            ? file + " is shown with the plugin; nothing is installed from it"
                            : "no " + file + " — skipped");
        }
        return outcome;
    }

    private static List<String> entries(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.equals("---"))
                .toList();
    }
}
