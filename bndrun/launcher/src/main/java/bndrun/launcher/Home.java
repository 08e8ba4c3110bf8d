package bndrun.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that holds everything that must survive, and the bundle cache, which may be thrown away at any time. */
final class Home {

    private static final List<String> FOLDERS = List.of("deploy", "etc", "db", "keys", "log", "cache");

    private final Path folder;
    private FileChannel lock;

    Home(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Makes what is missing, readable by its owner alone, and claims the folder for this process. */
    void open() throws IOException {
        createPrivate(folder);
        for (String name : FOLDERS) {
            createPrivate(folder.resolve(name));
        }
        lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException(folder + " is in use by another process; choose another with --home");
        }
    }

    void close() throws IOException {
        lock.close();
    }

    Map<String, String> properties(String digest) throws IOException {
        Map<String, String> properties = new HashMap<>();
        properties.put("inventory.home", folder.toString());
        properties.put("org.osgi.framework.storage", cache(digest).toString());
        String configuration = configuration();
        if (!configuration.isEmpty()) {
            properties.put("configurator.initial", configuration);
        }
        properties.put("org.ops4j.pax.logging.StaticLogbackFile", logback().toString());
        return properties;
    }

    private Path logback() throws IOException {
        Path own = folder.resolve("etc/logback.xml");
        if (Files.exists(own)) {
            return own;
        }
        Path supplied = folder.resolve("cache/logback.xml");
        try (InputStream in = Home.class.getResourceAsStream("/logback.xml")) {
            Files.copy(in, supplied, StandardCopyOption.REPLACE_EXISTING);
        }
        return supplied;
    }

    /** Whether a start of this very jar has installed all its bundles; anything else in the cache is deleted. */
    boolean keepsOnly(String digest) throws IOException {
        boolean installed = Files.exists(mark(digest));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.resolve("cache"))) {
            for (Path entry : entries) {
                boolean ofThisJar = entry.equals(cache(digest)) || entry.equals(mark(digest));
                if (!(ofThisJar && installed)) {
                    delete(entry);
                }
            }
        }
        return installed;
    }

    void markInstalled(String digest) throws IOException {
        Files.createFile(mark(digest));
    }

    /** Joins the files of {@code etc} into the one resource that the Configurator takes from a property. */
    private String configuration() throws IOException {
        List<String> parts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("etc"), "*.json")) {
            for (Path file : files) {
                String text = Files.readString(file).strip();
                if (!text.startsWith("{") || !text.endsWith("}")) {
                    throw new IOException(file + " is not a JSON object");
                }
                String body = text.substring(1, text.length() - 1).strip();
                if (!body.isEmpty()) {
                    parts.add(body);
                }
            }
        }
        if (parts.isEmpty()) {
            return "";
        }
        parts.sort(Comparator.naturalOrder());
        return "{\":configurator:symbolic-name\":\"etc\",\":configurator:version\":\"1.0.0\"," + String.join(",", parts)
                + "}";
    }

    private Path cache(String digest) {
        return folder.resolve("cache").resolve(digest);
    }

    private Path mark(String digest) {
        return folder.resolve("cache").resolve(digest + ".installed");
    }

    private static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
