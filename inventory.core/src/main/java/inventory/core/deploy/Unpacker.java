package inventory.core.deploy;

import inventory.api.InvalidInputException;
import inventory.api.InventoryException;
import inventory.core.deploy.DeployLimits.Meter;
import inventory.core.deploy.Staging.Staged;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks what was handed in. Only plain files and folders come out of it, all of them below one folder, and within the limits. */
final class Unpacker {
    private static final int TAR_HEADER = 512;

    private final DeployLimits limits;

    Unpacker(DeployLimits limits) {
        this.limits = limits;
    }

    /** What was handed in; without {@code archive} the folder holds nothing but a jar. */
    record Unpacked(Path folder, boolean archive) {}

    /**
     * Unpacks a file; a bundle jar stays as it is.
     *
     * @throws InvalidInputException it is of no known kind, damaged or unsafe
     * @throws inventory.api.LimitExceededException it unpacks to too much
     */
    Unpacked unpack(Staged staged) throws IOException {
        Path folder = Files.createDirectory(staged.folder().resolve("content"));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(staged.file()))) {
            byte[] head = peek(in);
            if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
                return unzip(staged.file(), folder);
            }
            boolean gzip = head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
            untar(gzip ? new BufferedInputStream(new GZIPInputStream(in)) : in, folder);
            return new Unpacked(folder, true);
        } catch (InventoryException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.of("The file is damaged or cut short: " + e.getMessage() + ".");
        }
    }

    private Unpacked unzip(Path file, Path folder) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            if (zip.getEntry("META-INF/MANIFEST.MF") != null) {
                String name = file.getFileName().toString();
                Files.copy(file, folder.resolve(name.endsWith(".jar") ? name : name + ".jar"));
                return new Unpacked(folder, false);
            }
            Meter meter = limits.meter();
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                if (entry.isUnixSymlink()) {
                    throw link(entry.getName());
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    write(new Entry(entry.getName(), entry.isDirectory(), in), folder, meter);
                }
            }
            return new Unpacked(folder, true);
        }
    }

    private void untar(InputStream in, Path folder) throws IOException {
        byte[] head = peek(in);
        if (!TarArchiveInputStream.matches(head, head.length)) {
            throw Refusal.of("The file is not a recognized archive (tar.gz, tgz, or zip) and not a bundle jar.");
        }
        Meter meter = limits.meter();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isSymbolicLink() || entry.isLink()) {
                    throw link(entry.getName());
                }
                boolean device = entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO();
                boolean plain = entry.isDirectory() || (entry.isFile() && !entry.isSparse());
                if (device || !plain) {
                    throw Refusal.of("The archive contains something other than files and folders: "
                            + EntryName.shown(entry.getName()));
                }
                write(new Entry(entry.getName(), entry.isDirectory(), tar), folder, meter);
            }
        }
    }

    private record Entry(String name, boolean directory, InputStream content) {}

    private static void write(Entry entry, Path folder, Meter meter) throws IOException {
        meter.entry();
        Path path = EntryName.resolve(folder, entry.name);
        if (EntryName.isNoise(entry.name)) {
            return;
        }
        if (entry.directory) {
            Files.createDirectories(path);
            return;
        }
        if (Files.exists(path)) {
            throw Refusal.of("The archive contains " + EntryName.shown(entry.name) + " twice.");
        }
        Files.createDirectories(path.getParent());
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = entry.content.read(buffer); read >= 0; read = entry.content.read(buffer)) {
                meter.bytes(read);
                out.write(buffer, 0, read);
            }
        }
    }

    private static InvalidInputException link(String name) {
        return Refusal.of("The archive contains a link: " + EntryName.shown(name));
    }

    private static byte[] peek(InputStream in) throws IOException {
        in.mark(TAR_HEADER);
        byte[] head = in.readNBytes(TAR_HEADER);
        in.reset();
        return head;
    }
}
