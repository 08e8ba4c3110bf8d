package inventory.core.shell;

import inventory.api.InvalidInputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Values as they are typed, {@code KEY=VALUE}, in the types that a manifest names. */
final class TypedWords {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");

    private TypedWords() {}

    /**
     * @param types by key; what is not there is a text
     * @throws InvalidInputException a word is not of this form
     */
    static Map<String, Object> read(List<String> words, Map<String, String> types) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw InvalidInputException.of(word, "Expected KEY=VALUE.");
            }
            String name = word.substring(0, equals);
            values.put(name, value(types.getOrDefault(name, "string"), word.substring(equals + 1)));
        }
        return values;
    }

    /** What is no value of its type stays text, so that the core says what is wrong with it. */
    private static Object value(String type, String text) {
        return switch (type) {
            case "integer" -> INTEGER.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
            case "boolean" -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            case "list" ->
                Arrays.stream(text.split(",", -1))
                        .filter(element -> !element.isEmpty())
                        .map(element -> INTEGER.matcher(element).matches() ? (Object) Long.valueOf(element) : element)
                        .toList();
            default -> text;
        };
    }
}
