package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation tells people to type does what it says, on a product of its own and beside outside systems of its own. */
class DocsExamplesIT {

    /** Typed in the project's folder, where the template is. */
    private static final List<String> PLUGINS = List.of("docs/writing-a-plugin.md", "docs/plugins.md");

    private static final List<String> LEASEWEB = List.of("provider.leaseweb/README.md");

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    /** Documents of one group go on from each other. */
    static Stream<List<String>> groups() {
        return Stream.of(
                List.of("README.md"), List.of("docs/rest.md"), List.of("docs/internal-machines.md"), LEASEWEB, PLUGINS);
    }

    @Test
    void noDocumentIsLeftOut() {
        Set<String> withExamples = Source.endingIn(".md").stream()
                .filter(document -> !DocsExamples.of(document).examples().isEmpty())
                .map(Source::path)
                .collect(Collectors.toSet());
        assertEquals(withExamples, groups().flatMap(List::stream).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void everyExampleRuns(List<String> paths) throws IOException, InterruptedException {
        try (Peer moto = Peer.moto(folder);
                Peer vcsim = Peer.vcsim(folder, "inventory", "secret");
                LeasewebSystem leaseweb = new LeasewebSystem();
                Product product = new Product(folder.resolve("home"))) {
            product.start(Map.of());
            Map<String, String> environment = Map.of(
                    "BASE", product.address(),
                    "PASSWORD", product.password(),
                    "MOTO", "http://" + moto.address(),
                    "VCSIM", vcsim.address(),
                    "LEASEWEB",
                            paths.equals(LEASEWEB)
                                    ? Operator.of(product, leaseweb).provider()
                                    : "");
            String script = paths.stream()
                    .map(path -> DocsExamples.of(Source.of(path)).script())
                    .collect(Collectors.joining("\n"));
            File place = paths.equals(PLUGINS) ? new File(System.getProperty("root")) : folder.toFile();
            assertEquals("", failure(script, place, environment));
        }
    }

    /** Empty if all of it ran; else everything that was printed. */
    private String failure(String commands, File place, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("examples.sh"), commands);
        Path printed = folder.resolve("examples.out");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
                .directory(place)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return "not within " + LIMIT.toSeconds() + " s:\n" + Files.readString(printed);
        }
        return process.exitValue() == 0 ? "" : Files.readString(printed);
    }
}
