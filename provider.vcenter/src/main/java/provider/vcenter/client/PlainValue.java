package provider.vcenter.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.GregorianCalendar;

/** A text of the wire as the type that its place has. */
final class PlainValue {
    private PlainValue() {}

    /** @return null for a word of an enumeration, or a type, that yavijava is too old to know */
    static Object of(String text, Class<?> type) throws BadAnswerException {
        try {
            return type == String.class ? text : type.isEnum() ? constant(text, type) : number(text.strip(), type);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadAnswerException("the answer says '" + text + "' where a value of another kind belongs", e);
        }
    }

    private static Object number(String text, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        } else if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("1");
        } else if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        } else if (type == Instant.class) {
            return instant(text);
        } else if (type == Calendar.class) {
            return GregorianCalendar.from(instant(text).atZone(ZoneOffset.UTC));
        }
        return null;
    }

    /** Without a zone it is UTC, as the server's own clock is. */
    private static Instant instant(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(String text, Class<?> type) {
        try {
            return Enum.valueOf((Class<? extends Enum>) type, text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
