package inventory.api.http;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.Await;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Prism, which answers as an OpenAPI document says, or stands before another system and refuses each request and each answer that is not
 * as the document says. Named by {@code INVENTORY_PRISM}, else on the {@code PATH}; where it is not, the test is skipped, and fails in CI.
 * To be closed.
 */
public final class PrismServer implements AutoCloseable {
    private static final Duration UNTIL_IT_LISTENS = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private PrismServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Answers with the examples of the document, which are always the same. */
    public static PrismServer mock(URL document) throws IOException {
        return start("mock", document);
    }

    /** Passes on what is asked to the system at {@code upstream}, and what that answers. */
    public static PrismServer proxy(URL document, String upstream) throws IOException {
        return start("proxy", document, upstream, "--errors");
    }

    private static PrismServer start(String mode, URL document, String... arguments) throws IOException {
        Optional<Path> command = command();
        if (command.isEmpty()) {
            assertNotEquals("true", System.getenv("CI"), "prism is not installed");
            Assumptions.abort("prism is neither on the PATH nor named by INVENTORY_PRISM");
        }
        int port = freePort();
        List<String> words = new ArrayList<>(List.of(command.get().toString(), mode, file(document)));
        words.addAll(List.of(arguments));
        words.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(port)));
        File log = Path.of("target", "prism-" + mode + ".log").toFile();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        PrismServer prism = new PrismServer(process, port);
        boolean listens = Await.until(() -> prism.listens() || !process.isAlive(), UNTIL_IT_LISTENS);
        if (!listens || !process.isAlive()) {
            prism.close();
        }
        assertTrue(process.isAlive(), () -> "prism did not start, see " + log);
        return prism;
    }

    /** Where it listens, as a URL without a path. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String file(URL document) {
        try {
            return Path.of(document.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> command() {
        String named = Optional.ofNullable(System.getenv("INVENTORY_PRISM")).orElse("");
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":", -1)).map(folder -> Path.of(folder, "prism"));
        return (named.isBlank() ? onPath : Stream.of(Path.of(named)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
