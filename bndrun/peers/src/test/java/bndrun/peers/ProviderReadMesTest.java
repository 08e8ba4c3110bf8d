package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The tables of configuration and actions, and the first record, in the README of each provider are what its manifest says, plugin by plugin. */
class ProviderReadMesTest {
    private static final String MANIFEST = "/src/main/resources/manifest.yml";

    @TestFactory
    Stream<DynamicTest> readMe() {
        List<Source> manifests = Source.endingIn("manifest.yml").stream()
                .filter(source -> source.path().endsWith(MANIFEST))
                .toList();
        assertTrue(manifests.size() >= 3, "the manifests are found");
        return manifests.stream()
                .map(manifest -> DynamicTest.dynamicTest(manifest.path(), () -> {
                    String readMe = "\n"
                            + Source.of(manifest.path().replace(MANIFEST, "/README.md"))
                                    .text() + "\n";
                    for (Object plugin : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(manifest.text())) {
                        for (String table : tables((Map<?, ?>) plugin)) {
                            assertTrue(readMe.contains("\n" + table + "\n"), "wanted:\n" + table);
                        }
                        String record = record((Map<?, ?>) plugin);
                        assertTrue(readMe.contains(record), "wanted: " + record);
                    }
                }));
    }

    private static List<String> tables(Map<?, ?> plugin) {
        List<String> tables = new ArrayList<>();
        List<?> parameters = list(plugin, "connection_parameters");
        if (!parameters.isEmpty()) {
            tables.add("| Key of `connection_config` | Type | Default | Meaning |\n|---|---|---|---|\n"
                    + parameters.stream().map(one -> parameter((Map<?, ?>) one)).collect(Collectors.joining()));
        }
        List<?> actions = list(plugin, "actions");
        if (!actions.isEmpty()) {
            tables.add("| Action | Of | Parameters | What happens |\n|---|---|---|---|\n"
                    + actions.stream().map(one -> action((Map<?, ?>) one)).collect(Collectors.joining()));
        }
        return tables;
    }

    private static String record(Map<?, ?> plugin) {
        return "\"infrastructure\": \"%s\", \"vendor\": \"%s\", \"provider_type\": \"%s\", \"organization\": 1"
                .formatted(plugin.get("infrastructure"), plugin.get("vendor"), plugin.get("provider_type"));
    }

    private static String parameter(Map<?, ?> parameter) {
        Object standard = parameter.get("default");
        String written = is(parameter, "required")
                ? "required"
                : standard == null || standard.equals("") ? "" : "`" + standard + "`";
        return "| `" + parameter.get("name") + "` | " + parameter.get("type")
                + (is(parameter, "secret") ? ", secret" : "") + " | " + written + " | " + described(parameter)
                + " |\n";
    }

    private static String action(Map<?, ?> action) {
        String types = list(action, "resource_types").stream()
                .map(type -> "`" + type + "`")
                .collect(Collectors.joining(", "));
        String parameters = list(action, "parameters").stream()
                .map(one -> "`" + ((Map<?, ?>) one).get("name") + "`" + (is((Map<?, ?>) one, "required") ? "" : "?"))
                .collect(Collectors.joining(", "));
        return "| `" + action.get("name") + "` | " + types + " | " + (parameters.isEmpty() ? "–" : parameters) + " | "
                + described(action) + (is(action, "destructive") ? " *Destructive.*" : "")
                + (is(action, "dry_run") ? " *Dry run.*" : "") + " |\n";
    }

    private static String described(Map<?, ?> named) {
        return named.get("description").toString().replace("|", "\\|");
    }

    private static boolean is(Map<?, ?> named, String key) {
        return Boolean.TRUE.equals(named.get(key));
    }

    private static List<?> list(Map<?, ?> of, String key) {
        return (List<?>) Optional.<Object>ofNullable(of.get(key)).orElse(List.of());
    }
}
