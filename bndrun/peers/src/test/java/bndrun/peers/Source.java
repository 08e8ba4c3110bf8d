package bndrun.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text file of the project, by its path from the root with forward slashes. */
record Source(String path, String text) {

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Path ROOT = Path.of(System.getProperty("root"));

    /** All files of all modules that end so. */
    static List<Source> endingIn(String ending) {
        try (Stream<Path> files = Files.walk(ROOT, 14)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.matches("(.*/)?(target|node_modules|\\.git)/.*"))
                    .sorted()
                    .map(path -> new Source(path, read(ROOT.resolve(path))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source of(String path) {
        return new Source(path, read(ROOT.resolve(path)));
    }

    static boolean exists(String path) {
        return Files.exists(ROOT.resolve(path));
    }

    /** The top folder: the name of the bundle. */
    String bundle() {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    boolean isMain() {
        return path.contains("/src/main/");
    }

    boolean isProduct() {
        return isMain() && !bundle().equals("bndrun") && !isTemplate();
    }

    boolean isProvider() {
        return isMain() && (bundle().startsWith("provider.") || isTemplate());
    }

    /** Whether it is copied into new providers. */
    boolean isTemplate() {
        return path.startsWith("cnf/template/");
    }

    /** Whether the package has this name among its parts, as {@code store} in {@code inventory.core.store.people}. */
    boolean isIn(String part) {
        return ("." + packageName() + ".").contains("." + part + ".");
    }

    String packageName() {
        Matcher matcher = PACKAGE.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    }

    int lines() {
        return (int) text.lines().count();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
