package bndrun.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** vcsim in a process of its own. */
final class Vcsim implements AutoCloseable {
    static final String USER = "inventory";
    static final String PASSWORD = "bench";

    private static final long START_NANOS = TimeUnit.MINUTES.toNanos(5);
    private final Process process;
    private final int port;

    private Vcsim(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** With the objects in this folder. */
    static Vcsim load(Path model, Path folder) throws IOException {
        return start(folder, "-load", model.toString());
    }

    static Vcsim start(Path folder, String... flags) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<String> words =
                new ArrayList<>(List.of("vcsim", "-l", "127.0.0.1:" + port, "-username", USER, "-password", PASSWORD));
        words.addAll(List.of(flags));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("vcsim.log").toFile())
                .start();
        Vcsim vcsim = new Vcsim(process, port);
        long begin = System.nanoTime();
        while (!vcsim.listens()) {
            if (!process.isAlive() || System.nanoTime() - begin > START_NANOS) {
                vcsim.close();
                throw new IOException("vcsim did not start: see " + folder.resolve("vcsim.log"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return vcsim;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
