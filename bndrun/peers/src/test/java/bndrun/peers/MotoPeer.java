package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** moto's server, which answers as AWS does, in a process of its own. */
final class MotoPeer implements AutoCloseable {

    private final Process process;
    private final int port;

    private MotoPeer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; where it is not installed the test is skipped, and fails in CI. */
    static MotoPeer start(Path folder) throws IOException {
        Optional<Path> command = command();
        if (command.isEmpty()) {
            assertNotEquals("true", System.getenv("CI"), "moto_server is not installed");
            Assumptions.abort("moto_server is neither on the PATH nor named by INVENTORY_MOTO");
        }
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(command.get().toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("moto.out").toFile())
                .start();
        MotoPeer peer = new MotoPeer(process, port);
        Await.until("moto listens", Duration.ofMinutes(1), peer::listens);
        return peer;
    }

    String address() {
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

    private static Optional<Path> command() {
        String named = Optional.ofNullable(System.getenv("INVENTORY_MOTO")).orElse("");
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "moto_server"));
        return (named.isBlank() ? onPath : Stream.of(Path.of(named)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
