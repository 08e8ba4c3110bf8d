package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation tells people to type does what it says, on a product of its own and beside outside systems of its own. */
class DocsExamplesIT {

    /** Typed in the project's folder, where the template is. */
    private static final String PLUGINS = "docs/writing-a-plugin.md";

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/rest.md", PLUGINS})
    void everyExampleRuns(String path) throws IOException, InterruptedException {
        try (Peer moto = Peer.moto(folder);
                Peer vcsim = Peer.vcsim(folder, "inventory", "secret");
                Product product = new Product(folder.resolve("home"))) {
            product.start(Map.of());
            Map<String, String> environment = Map.of(
                    "BASE", product.address(),
                    "PASSWORD", product.password(),
                    "MOTO", "http://" + moto.address(),
                    "VCSIM", vcsim.address());
            assertEquals("", failure(DocsExamples.of(Source.of(path)), environment));
        }
    }

    /** Empty if all of it ran; else everything that was printed. */
    private String failure(DocsExamples examples, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("examples.sh"), examples.script());
        Path printed = folder.resolve("examples.out");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
                .directory(examples.path().equals(PLUGINS) ? new File(System.getProperty("root")) : folder.toFile())
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
