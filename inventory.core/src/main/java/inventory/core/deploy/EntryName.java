package inventory.core.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The name of an archive's entry. */
final class EntryName {
    private static final int LONGEST = 512;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);

    private EntryName() {}

    /** @throws inventory.api.InvalidInputException it leads elsewhere, or could on another system */
    static Path resolve(Path folder, String name) {
        boolean unsafe = name.isEmpty()
                || name.length() > LONGEST
                || name.startsWith("/")
                || name.contains("\\")
                || DRIVE.matcher(name).matches()
                || CONTROL.matcher(name).matches()
                || List.of(name.split("/", -1)).contains("..");
        Path path = unsafe ? folder : folder.resolve(name).normalize();
        if (unsafe || !path.startsWith(folder)) {
            throw Refusal.of("The archive contains an unsafe path: " + shown(name));
        }
        return path;
    }

    /** @return whether it is of those that macOS adds */
    static boolean isNoise(String name) {
        return List.of(name.split("/")).stream()
                .anyMatch(part -> part.startsWith("._") || part.equals("__MACOSX") || part.equals(".DS_Store"));
    }

    static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }
}
