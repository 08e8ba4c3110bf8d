package inventory.api.http;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program that listens on a loopback port, in a process of its own. To be closed. */
public final class LoopbackProcess implements AutoCloseable {
    private static final Duration UNTIL_IT_LISTENS = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private LoopbackProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @return the program that this environment variable names, else the one on the {@code PATH}; empty if there is none */
    public static Optional<Path> find(String name, String variable) {
        String named = Optional.ofNullable(System.getenv(variable)).orElse("");
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":", -1)).map(folder -> Path.of(folder, name));
        return (named.isBlank() ? onPath : Stream.of(Path.of(named)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** As {@link #find}; where there is none the test is skipped, and fails in CI. */
    public static Path require(String name, String variable) {
        Optional<Path> program = find(name, variable);
        if (program.isEmpty()) {
            assertNotEquals("true", System.getenv("CI"), name + " is not installed");
            Assumptions.abort(name + " is neither on the PATH nor named by " + variable);
        }
        return program.get();
    }

    /** @return a port that nobody listens on */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts the program and waits until it listens.
     *
     * @param program is told of the port in its own way
     * @param log gets what it prints
     */
    public static LoopbackProcess start(ProcessBuilder program, int port, Path log) throws IOException {
        Process process =
                program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        LoopbackProcess started = new LoopbackProcess(process, port);
        boolean listens = Await.until(() -> started.listens() || !process.isAlive(), UNTIL_IT_LISTENS);
        if (!listens || !process.isAlive()) {
            started.close();
        }
        assertTrue(process.isAlive(), () -> program.command().get(0) + " did not start, see " + log);
        return started;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
