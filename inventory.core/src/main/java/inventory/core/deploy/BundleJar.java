package inventory.core.deploy;

import inventory.api.InvalidInputException;
import inventory.core.deploy.DeployLimits.Meter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.osgi.framework.Constants;

/**
 * A jar with the headers of a bundle, read to its end and found whole.
 *
 * @param digest names its content
 */
record BundleJar(Path file, Map<String, String> headers, String digest) {
    private static final int LARGEST_TEXT = 4 << 20;

    /** @throws InvalidInputException it is damaged, or no bundle */
    static BundleJar read(Path file, DeployLimits limits) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Map<String, String> headers = new HashMap<>();
            if (jar.getManifest() != null) {
                jar.getManifest()
                        .getMainAttributes()
                        .forEach((name, value) -> headers.put(name.toString(), value.toString()));
            }
            if (!headers.containsKey(Constants.BUNDLE_SYMBOLICNAME)) {
                throw Refusal.of(file.getFileName()
                        + " is no OSGi bundle: its META-INF/MANIFEST.MF names no Bundle-SymbolicName.");
            }
            readAll(jar, limits.meter());
            return new BundleJar(file, Map.copyOf(headers), digest(file));
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.of(file.getFileName() + " is no jar, damaged or cut short: " + e.getMessage() + ".");
        }
    }

    String symbolicName() {
        return headers.get(Constants.BUNDLE_SYMBOLICNAME)
                .replaceFirst(";.*", "")
                .strip();
    }

    /** @return the text of an entry; empty if there is none */
    Optional<String> text(String entry) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            JarEntry found = jar.getJarEntry(entry);
            if (found == null) {
                return Optional.empty();
            }
            try (InputStream in = jar.getInputStream(found)) {
                return Optional.of(new String(in.readNBytes(LARGEST_TEXT), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The zip format checks a sum at the end of each entry. */
    private static void readAll(JarFile jar, Meter meter) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (JarEntry entry : Collections.list(jar.entries())) {
            meter.entry();
            try (InputStream in = jar.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    meter.bytes(read);
                }
            }
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
