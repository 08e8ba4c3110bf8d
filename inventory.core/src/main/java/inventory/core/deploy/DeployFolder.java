package inventory.core.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Finds out which files of a folder came, changed or went. A copy may be slow: a file is taken when it is a whole jar, or when it has
 * not changed for a while.
 */
final class DeployFolder {
    private static final Pattern TAKEN = Pattern.compile("[^.].*\\.(jar|zip|tgz|tar\\.gz)");

    /** What is done about it. */
    interface Target {
        void arrived(Path file);

        void gone(Path file);
    }

    private record Stamp(long size, FileTime modified, Object inode) {}

    private record Pending(Stamp stamp, long since) {}

    private final Path folder;
    private final long settleNanos;
    private final LongSupplier nanos;
    private final Target target;
    private final Map<Path, Stamp> taken = new HashMap<>();
    private final Map<Path, Pending> pending = new HashMap<>();

    /** @param nanos the time, as of {@link System#nanoTime} */
    DeployFolder(Path folder, Duration settle, LongSupplier nanos, Target target) {
        this.folder = folder;
        this.settleNanos = settle.toNanos();
        this.nanos = nanos;
        this.target = target;
    }

    /** Takes every file again at the next look. */
    synchronized void forget() {
        taken.replaceAll((file, stamp) -> new Stamp(-1, stamp.modified, stamp.inode));
    }

    /** Looks at all files. @return whether one of them is to be looked at again soon */
    synchronized boolean look() throws IOException {
        Map<Path, Stamp> here = list();
        Set<Path> gone = new HashSet<>(taken.keySet());
        gone.removeAll(here.keySet());
        for (Path file : gone) {
            taken.remove(file);
            target.gone(file);
        }
        pending.keySet().retainAll(here.keySet());
        here.forEach((file, stamp) -> {
            if (stamp.equals(taken.get(file))) {
                pending.remove(file);
            } else if (!pending.containsKey(file) || !pending.get(file).stamp.equals(stamp)) {
                pending.put(file, new Pending(stamp, nanos.getAsLong()));
            }
        });
        for (Map.Entry<Path, Pending> entry : Map.copyOf(pending).entrySet()) {
            if (isWhole(entry.getKey()) || nanos.getAsLong() - entry.getValue().since >= settleNanos) {
                pending.remove(entry.getKey());
                // Noted as it was before it is read: if it changes meanwhile, it is taken once more.
                taken.put(entry.getKey(), entry.getValue().stamp);
                target.arrived(entry.getKey());
            }
        }
        return !pending.isEmpty();
    }

    private Map<Path, Stamp> list() throws IOException {
        Map<Path, Stamp> here = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (TAKEN.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file)) {
                    BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
                    here.put(file, new Stamp(of.size(), of.lastModifiedTime(), of.fileKey()));
                }
            }
        }
        return here;
    }

    /** The directory of a zip file is at its end. */
    private static boolean isWhole(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
