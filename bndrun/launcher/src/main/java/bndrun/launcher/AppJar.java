package bndrun.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** The executable jar as bnd exports it: the bundles under {@code jar/}, and {@code launcher.properties} that lists them. */
final class AppJar {

    private static final Pattern START_LEVEL = Pattern.compile("([\\w.-]+);[^,]*\\bstartlevel=\"?(\\d+)");

    private final JarFile file;
    private final Properties launcher = new Properties();

    AppJar(Path path) throws IOException {
        file = new JarFile(path.toFile(), false);
        ZipEntry entry = file.getEntry("launcher.properties");
        if (entry == null) {
            throw new IOException(path + " is not a jar exported from a bndrun");
        }
        try (InputStream in = file.getInputStream(entry)) {
            launcher.load(in);
        }
    }

    /** The jar that this class was loaded from. */
    static AppJar running() throws IOException {
        try {
            return new AppJar(Path.of(AppJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Names this content: another build has another digest. The checksums of the zip directory are enough for that. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            file.stream()
                    .map(entry -> entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n')
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The run properties, without those that only bnd's own launcher reads. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        launcher.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("launch."))
                .forEach(name -> properties.put(name, launcher.getProperty(name)));
        return properties;
    }

    List<String> bundles() {
        return List.of(launcher.getProperty("launch.bundles", "").split(","));
    }

    /** Start levels other than the default, by symbolic name. */
    Map<String, Integer> startLevels() {
        Map<String, Integer> levels = new HashMap<>();
        Matcher matcher = START_LEVEL.matcher(launcher.getProperty("launch.runbundles.attrs", ""));
        while (matcher.find()) {
            levels.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
        }
        return levels;
    }

    InputStream open(String bundle) throws IOException {
        return file.getInputStream(file.getEntry(bundle));
    }
}
