package inventory.core.store;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A private PostgreSQL server on a free loopback port, gone with {@link #close()}. A machine without PostgreSQL skips the test,
 * except where the environment variable {@code CI} is set: there it fails.
 */
public final class PostgresPeer implements AutoCloseable {

    private static final String USER = "inventory";
    private static final String PASSWORD = "peer-password";

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final List<String> settings;
    private final AtomicInteger databases = new AtomicInteger();
    private final Thread lastResort = new Thread(this::remove, "stop PostgreSQL");

    private PostgresPeer(Path binaries, Path folder, List<String> settings) throws IOException {
        this.binaries = binaries;
        this.folder = folder;
        this.port = freePort();
        this.settings = settings;
    }

    /** A server for functional tests: it does not wait for the disk. */
    public static PostgresPeer start() {
        return start("fsync=off", "full_page_writes=off");
    }

    /** A server with these settings, each {@code name=value}; without any it has PostgreSQL's own defaults. */
    public static PostgresPeer start(String... settings) {
        Path binaries = binaries().orElseGet(PostgresPeer::missing);
        try {
            PostgresPeer peer =
                    new PostgresPeer(binaries, Files.createTempDirectory("inventory-pg-"), List.of(settings));
            peer.create();
            peer.startServer();
            Runtime.getRuntime().addShutdownHook(peer.lastResort);
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String user() {
        return USER;
    }

    public String password() {
        return PASSWORD;
    }

    /** Makes a new, empty database and returns its JDBC address. */
    public String newDatabase() {
        String name = "inventory" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
        return url(name);
    }

    /** Lets the server come back after {@link #stopServer()}, with all it had. */
    public void startServer() {
        List<String> options = new ArrayList<>(
                List.of("-p " + port, "-c listen_addresses=127.0.0.1", "-c unix_socket_directories=" + folder));
        settings.forEach(setting -> options.add("-c " + setting));
        run(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("server.log").toString(),
                "-o",
                String.join(" ", options),
                "start");
    }

    /** Ends the server at once, as a crash would: open connections break, new ones are refused. */
    public void stopServer() {
        run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        remove();
    }

    private void create() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) {
            execute(List.of("chown", "-R", "postgres", folder.toString()));
        }
        run(
                "initdb",
                "-D",
                data(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                password.toString(),
                "-E",
                "UTF8",
                "--no-locale",
                "--no-sync");
    }

    private void remove() {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            stopServer();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** PostgreSQL refuses to run as root: there it runs as the user of its package. */
    private void run(String tool, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"));
        }
        command.add(binaries.resolve(tool).toString());
        command.addAll(List.of(arguments));
        execute(command);
    }

    private void execute(List<String> command) {
        try {
            Path output = Files.createTempFile("inventory-pg-", ".out");
            Process process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + (ended ? " failed: " : " took too long: ") + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + command, e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Debian keeps the servers' programs off the path, one folder per version. */
    private static Optional<Path> binaries() {
        Path[] versions = Optional.ofNullable(new File("/usr/lib/postgresql").listFiles()).stream()
                .flatMap(Arrays::stream)
                .map(version -> version.toPath().resolve("bin"))
                .toArray(Path[]::new);
        Stream<Path> onPath =
                Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        return Stream.concat(onPath, Stream.of(versions))
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static Path missing() {
        String reason = "PostgreSQL is not installed (Debian: apt-get install postgresql)";
        return System.getenv("CI") == null ? abort(reason) : fail(reason);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
