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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An outside system, in a process of its own on a free loopback port. */
final class Peer implements AutoCloseable {

    private final Process process;
    private final int port;

    private Peer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** moto's server, which answers as AWS does. */
    static Peer moto(Path folder) throws IOException {
        int port = freePort();
        return start(folder, port, "moto_server", "INVENTORY_MOTO", "-H", "127.0.0.1", "-p", Integer.toString(port));
    }

    /** The simulator of a vCenter. */
    static Peer vcsim(Path folder, String user, String password) throws IOException {
        int port = freePort();
        String address = "127.0.0.1:" + port;
        return start(folder, port, "vcsim", "INVENTORY_VCSIM", "-l", address, "-username", user, "-password", password);
    }

    /** Where it is not installed the test is skipped, and fails in CI. */
    private static Peer start(Path folder, int port, String name, String variable, String... arguments)
            throws IOException {
        Optional<Path> command = command(name, variable);
        if (command.isEmpty()) {
            assertNotEquals("true", System.getenv("CI"), name + " is not installed");
            Assumptions.abort(name + " is neither on the PATH nor named by " + variable);
        }
        List<String> words = new ArrayList<>(List.of(command.get().toString()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .start();
        Peer peer = new Peer(process, port);
        Await.until(name + " listens", Duration.ofMinutes(1), peer::listens);
        return peer;
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + port;
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> command(String name, String variable) {
        String named = Optional.ofNullable(System.getenv(variable)).orElse("");
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name));
        return (named.isBlank() ? onPath : Stream.of(Path.of(named)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
