package inventory.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The folder that holds everything which must survive: {@code db}, {@code keys}, {@code log}, {@code admin-password}. */
@Component(service = Home.class)
public final class Home {
    /** Framework property that names the folder. */
    public static final String PROPERTY = "inventory.home";

    private final Path folder;

    @Activate
    public Home(BundleContext context) {
        this(Path.of(context.getProperty(PROPERTY) == null ? "home" : context.getProperty(PROPERTY)));
    }

    public Home(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** @return a path below the folder */
    public Path resolve(String path) {
        return folder.resolve(path);
    }

    /** Writes a file that only its owner reads, all of it or nothing. */
    public void writeSecret(String path, String content) {
        Path file = resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(
                    file.getParent(),
                    file.getFileName().toString(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": check that the folder is writable", e);
        }
    }
}
