package inventory.core.query;

import inventory.api.query.Field;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Typed text → value. What cannot be read is an {@link IllegalArgumentException} with a message for a person. */
final class ValueReader {
    /** The longest value of a filter or a search, in characters. */
    static final int MAX_LENGTH = 10_000;
    /** The most values behind {@code in}. */
    static final int MAX_IN = 1_000;

    private static final int SHOWN = 60;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{1,100})?");

    private ValueReader() {}

    static List<Object> read(Field field, Lookup lookup, String text) {
        check(text);
        if (lookup == Lookup.ISNULL) {
            return List.of(bool(text));
        }
        if (lookup != Lookup.IN) {
            return List.of(value(field, lookup, text));
        }
        List<String> parts = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (parts.size() > MAX_IN) {
            throw new IllegalArgumentException("More than " + MAX_IN + " values.");
        }
        return parts.stream().map(part -> value(field, lookup, part)).toList();
    }

    /** Refuses what no field can hold. */
    static void check(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Longer than " + MAX_LENGTH + " characters.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Contains the character NUL.");
        }
    }

    private static Object value(Field field, Lookup lookup, String text) {
        return switch (field.kind()) {
            case TEXT, LIST -> text;
            case ENUM -> lookup.wantsWholeValue() ? oneOf(field.values(), text) : text;
            case OBJECT -> lookup.compares() && NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
            case UUID -> uuid(text);
            case INTEGER -> integer(text);
            case BOOLEAN -> bool(text);
            case INSTANT -> instant(text);
        };
    }

    private static String oneOf(List<String> values, String text) {
        if (!values.contains(text)) {
            throw wrong(text, "one of " + String.join(", ", values));
        }
        return text;
    }

    private static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw wrong(text, "a UUID such as 018f2c3e-7a10-7cc1-9f3a-2b1d5c9e0a44");
        }
        return UUID.fromString(text);
    }

    private static Long integer(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "a whole number", e);
        }
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong(text, "true or false");
        };
    }

    /** A day, a local time (both in UTC) or a time with its offset; a plus sign that became a space in the URL is understood. */
    private static Instant instant(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            String plain = text.replaceFirst("^(\\S{10}) ", "$1T").replaceFirst(" (\\d\\d:\\d\\d)$", "+$1");
            Instant instant = plain.matches(".*(Z|z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(plain).toInstant()
                    : LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC);
            return inRange(instant);
        } catch (DateTimeException e) {
            throw wrong(text, "a time such as 2026-01-31T23:59:59Z or 2026-01-31", e);
        }
    }

    /** No database stores years of ten digits. */
    private static Instant inRange(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new DateTimeException("out of range");
        }
        return instant;
    }

    private static IllegalArgumentException wrong(String text, String right) {
        return wrong(text, right, null);
    }

    private static IllegalArgumentException wrong(String text, String right, Exception cause) {
        return new IllegalArgumentException("'" + shortened(text) + "' is not " + right + ".", cause);
    }

    /** What errors show of a text. */
    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }
}
