package bndrun.peers;

import inventory.api.http.LoopbackProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An outside system, in a process of its own on a free loopback port; where it is not installed the test is skipped, and fails in CI. */
final class Peer implements AutoCloseable {

    private final LoopbackProcess process;

    private Peer(LoopbackProcess process) {
        this.process = process;
    }

    /** moto's server, which answers as AWS does. */
    static Peer moto(Path folder) throws IOException {
        int port = LoopbackProcess.freePort();
        return start(folder, port, "moto_server", "INVENTORY_MOTO", "-H", "127.0.0.1", "-p", Integer.toString(port));
    }

    /** The simulator of a vCenter. */
    static Peer vcsim(Path folder, String user, String password) throws IOException {
        int port = LoopbackProcess.freePort();
        String address = "127.0.0.1:" + port;
        return start(folder, port, "vcsim", "INVENTORY_VCSIM", "-l", address, "-username", user, "-password", password);
    }

    private static Peer start(Path folder, int port, String name, String variable, String... arguments)
            throws IOException {
        Path command = LoopbackProcess.require(name, variable);
        List<String> words = new ArrayList<>(List.of(command.toString()));
        words.addAll(List.of(arguments));
        return new Peer(LoopbackProcess.start(new ProcessBuilder(words), port, folder.resolve(name + ".out")));
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + process.port();
    }

    @Override
    public void close() {
        process.close();
    }
}
