package inventory.rest.describe;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with parameters in braces, relative to the application, without slashes at the ends. A last one with a plus, {@code {rest+}},
 * stands for one or more words.
 */
record PathTemplate(String text) {
    private static final Pattern SLASH = Pattern.compile("/");

    /** @return whether this is what the path is served by, unless a template with more fixed words is */
    boolean matches(String path) {
        List<String> own = segments(text);
        List<String> asked = segments(path);
        boolean open = text.endsWith("+}") && asked.size() > own.size();
        if (own.size() != asked.size() && !open) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            if (!isParameter(own.get(i)) && !own.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** @return how many words of it are fixed */
    long fixedWords() {
        return segments(text).stream().filter(segment -> !isParameter(segment)).count();
    }

    /** @return names of its parameters, in their order */
    List<String> parameters() {
        return segments(text).stream()
                .filter(PathTemplate::isParameter)
                .map(segment -> segment.replaceAll("[{+}]", ""))
                .toList();
    }

    /** @return the path as clients are told to write it: with a slash at its end, unless it names a file */
    String written() {
        boolean bare = text.isEmpty() || text.indexOf('.') >= 0;
        return ("/" + text + (bare ? "" : "/")).replace("+}", "}");
    }

    /** @return its first word; empty at the root */
    String firstWord() {
        return segments(text).stream().findFirst().orElse("");
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> segments(String path) {
        return SLASH.splitAsStream(path).filter(segment -> !segment.isEmpty()).toList();
    }
}
