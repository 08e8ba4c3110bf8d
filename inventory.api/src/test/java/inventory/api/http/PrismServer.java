package inventory.api.http;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prism, which answers as an OpenAPI document says, or stands before another system and refuses each request and each answer that is not
 * as the document says. Named by {@code INVENTORY_PRISM}, else on the {@code PATH}; where it is not, the test is skipped, and fails in CI.
 * To be closed.
 */
public final class PrismServer implements AutoCloseable {
    private final LoopbackProcess process;

    private PrismServer(LoopbackProcess process) {
        this.process = process;
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
        Path command = LoopbackProcess.require("prism", "INVENTORY_PRISM");
        int port = LoopbackProcess.freePort();
        List<String> words = new ArrayList<>(List.of(command.toString(), mode, file(document)));
        words.addAll(List.of(arguments));
        words.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(port)));
        Path log = Path.of("target", "prism-" + mode + ".log");
        return new PrismServer(LoopbackProcess.start(new ProcessBuilder(words), port, log));
    }

    /** Where it listens, as a URL without a path. */
    public String url() {
        return "http://127.0.0.1:" + process.port();
    }

    @Override
    public void close() {
        process.close();
    }

    private static String file(URL document) {
        try {
            return Path.of(document.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
