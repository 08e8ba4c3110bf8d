package inventory.core.shell;

import java.util.regex.Pattern;

/** Makes text safe for a terminal: names and messages come from outside and must not move its cursor. */
final class Text {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cc}&&[^\\n]]");

    private Text() {}

    /** @return the text on one line */
    static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    /** @return the text, line breaks kept */
    static String lines(String text) {
        return CONTROL_BUT_LINES.matcher(text).replaceAll(" ");
    }
}
