package inventory.core.deploy;

import inventory.api.LimitExceededException;
import inventory.api.plugin.PluginFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder where a plugin's file lies until it is known to do. */
final class Staging {
    private static final int LONGEST_NAME = 100;

    private final Path folder;
    private final DeployLimits limits;

    Staging(Path folder, DeployLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** A file in a folder of its own; closing deletes both. */
    record Staged(Path folder, Path file) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            delete(folder);
        }
    }

    /**
     * Takes a copy.
     *
     * @throws LimitExceededException the file is too large; it is read no further than that
     */
    Staged receive(PluginFile file) throws IOException {
        Files.createDirectories(folder);
        Path own = Files.createTempDirectory(folder, "");
        Staged staged = new Staged(own, own.resolve(name(file.name())));
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(staged.file)) {
            if (copy(file.content(), out) == 0) {
                throw Refusal.of("The submitted file is empty.");
            }
            whole = true;
            return staged;
        } finally {
            if (!whole) {
                staged.close();
            }
        }
    }

    static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> tree = Files.walk(path)) {
                for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }

    private long copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > limits.file()) {
                throw new LimitExceededException("The file is too large: the maximum is " + limits.file() + " bytes.");
            }
            out.write(buffer, 0, read);
        }
        return size;
    }

    private static String name(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "");
        String shorter = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        return shorter.isEmpty() ? "plugin" : shorter;
    }
}
