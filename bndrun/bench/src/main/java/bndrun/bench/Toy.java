package bndrun.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A toy on the same stack, started by bnd's launcher with the JVM's default flags: the yardstick of a cold start. */
final class Toy {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:18080/inventory/hosts");

    private final Path jar;

    Toy(Path jar) {
        this.jar = jar;
    }

    /** From the start of the process to the first 200 that reads the toy's database, in an empty folder. */
    Duration coldStart(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(folder.resolve("deploy"));
        Files.writeString(
                folder.resolve("conf/spike.inventory.db.cfg"),
                "url=jdbc:h2:file:./data/inventory\nuser=sa\n.password=\ndsf.target=(osgi.jdbc.driver.class=org.h2.Driver)\n");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        try {
            while (status() != 200) {
                if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.MINUTES.toNanos(2)) {
                    throw new IOException("the toy did not start: see " + folder.resolve("out.log"));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static int status() {
        try {
            HttpURLConnection connection = (HttpURLConnection) ADDRESS.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
