package inventory.core.deploy;

import inventory.core.registry.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The uploaded plugins on disk: {@code vendor/provider_type/}, each with its jars and what came with them. */
final class PluginStore {
    private final Path folder;
    private final Path staging;

    /** @param staging a folder on the same disk, for what is about to go */
    PluginStore(Path folder, Path staging) {
        this.folder = folder;
        this.staging = staging;
    }

    Origin origin(Manifest manifest) {
        return Origin.uploaded(folder, manifest);
    }

    /** Moves the content in; what was there before stays if that fails. */
    void keep(Path content, Origin origin) throws IOException {
        Path target = origin.path();
        Files.createDirectories(target.getParent());
        Path old = staging.resolve("old-" + Long.toString(System.nanoTime(), Character.MAX_RADIX));
        boolean replaces = Files.exists(target);
        if (replaces) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(content, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        Staging.delete(old);
    }

    void discard(Origin origin) throws IOException {
        Staging.delete(origin.path());
        try (Stream<Path> left = Files.list(origin.path().getParent())) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(origin.path().getParent());
    }

    /** @return all that are kept, in order */
    List<Origin> kept() throws IOException {
        List<Origin> kept = new ArrayList<>();
        for (Path vendor : folders(folder)) {
            folders(vendor).forEach(type -> kept.add(Origin.stored(type)));
        }
        return kept;
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !child.getFileName().toString().matches("[._].*"))
                    .sorted()
                    .toList();
        }
    }
}
