package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The table of configuration in the README of each provider is what its manifest says. */
class ProviderReadMesTest {
    private static final String MANIFEST = "/src/main/resources/manifest.yml";
    private static final String HEAD = "| Key of `connection_config` | Type | Default | Meaning |\n|---|---|---|---|\n";

    @TestFactory
    Stream<DynamicTest> readMe() {
        List<Source> manifests = Source.endingIn("manifest.yml").stream()
                .filter(source -> source.path().endsWith(MANIFEST))
                .toList();
        assertTrue(manifests.size() >= 3, "the manifests are found");
        return manifests.stream()
                .map(manifest -> DynamicTest.dynamicTest(manifest.path(), () -> {
                    String table = table(manifest.text());
                    String readMe = Source.of(manifest.path().replace(MANIFEST, "/README.md"))
                            .text();
                    int begin = readMe.indexOf(HEAD);
                    assertTrue(begin >= 0, "wanted:\n" + table);
                    int end = readMe.indexOf("\n\n", begin) + 1;
                    assertEquals(table, readMe.substring(begin, end));
                }));
    }

    private static String table(String manifest) {
        Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(manifest);
        return HEAD
                + ((List<?>) content.get("connection_parameters"))
                        .stream().map(parameter -> row((Map<?, ?>) parameter)).collect(Collectors.joining());
    }

    private static String row(Map<?, ?> parameter) {
        Object standard = parameter.get("default");
        String written = Boolean.TRUE.equals(parameter.get("required"))
                ? "required"
                : standard == null || standard.equals("") ? "" : "`" + standard + "`";
        return "| `" + parameter.get("name") + "` | " + parameter.get("type")
                + (Boolean.TRUE.equals(parameter.get("secret")) ? ", secret" : "")
                + " | " + written + " | "
                + parameter.get("description").toString().replace("|", "\\|") + " |\n";
    }
}
