package inventory.core.reconcile;

import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Plain values as JSON in one form: keys sorted, each number spelled in one way, texts fit for every database. In canonical form
 * lists are sorted too, since their order is no change. Reusable; not thread-safe.
 */
public final class JsonText {
    private static final int DEEPEST = 32;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Comparator<Object> BY_KEY = Comparator.comparing(entry -> key((Map.Entry<?, ?>) entry));

    private final boolean canonical;
    private final Utf8 out;
    private int depth;

    private JsonText(boolean canonical, int limit) {
        this.canonical = canonical;
        this.out = new Utf8(limit);
    }

    /** For comparing; more bytes than the limit are unfit. */
    static JsonText canonical(int limit) {
        return new JsonText(true, limit);
    }

    /** @return the value as it is stored: lists keep their order */
    public static byte[] stored(Object value) {
        JsonText text = new JsonText(false, Integer.MAX_VALUE);
        text.value(value);
        return text.out.copy();
    }

    static boolean same(Object one, Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        return Arrays.equals(compared(one), compared(other));
    }

    private static byte[] compared(Object value) {
        JsonText text = canonical(Integer.MAX_VALUE);
        text.value(value);
        return text.out.copy();
    }

    /** Forgets what was written. */
    JsonText restart() {
        out.restart();
        depth = 0;
        return this;
    }

    Utf8 out() {
        return out;
    }

    /** Writes a value made of texts, numbers, booleans, times, lists and maps. */
    void value(Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Number number) {
            out.ascii(Numbers.spell(number));
        } else if (value instanceof Boolean truth) {
            out.ascii(truth ? "true" : "false");
        } else if (value == null) {
            out.ascii("null");
        } else {
            other(value);
        }
    }

    private void other(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> items) {
            list(items.toArray());
        } else if (value instanceof Object[] items) {
            list(items);
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElse(null));
        } else if (value instanceof CharSequence
                || value instanceof TemporalAccessor
                || value instanceof Enum<?>
                || value instanceof UUID) {
            string(value.toString());
        } else {
            throw new UnfitException("a value is neither text, number, boolean, time, list nor map but "
                    + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> map) {
        Object[] entries = map.entrySet().toArray();
        if (entries.length > 1) {
            Arrays.sort(entries, BY_KEY);
        }
        enter('{');
        String before = null;
        for (Object element : entries) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) element;
            String key = key(entry);
            if (before != null) {
                out.put(',');
            }
            if (key.equals(before)) {
                throw new UnfitException("two keys of a map are spelled " + key);
            }
            string(key);
            out.put(':');
            value(entry.getValue());
            before = key;
        }
        leave('}');
    }

    private static String key(Map.Entry<?, ?> entry) {
        return String.valueOf(entry.getKey());
    }

    private void list(Object[] items) {
        enter('[');
        int[] ends = new int[items.length + 1];
        ends[0] = out.length();
        for (int i = 0; i < items.length; i++) {
            value(items[i]);
            out.put(',');
            ends[i + 1] = out.length();
        }
        if (items.length > 0) {
            if (canonical && items.length > 1) {
                out.sort(ends);
            }
            out.dropLast();
        }
        leave(']');
    }

    private void enter(char bracket) {
        if (++depth > DEEPEST) {
            throw new UnfitException("lists and maps lie deeper than " + DEEPEST + " in each other");
        }
        out.put(bracket);
    }

    private void leave(char bracket) {
        depth--;
        out.put(bracket);
    }

    void string(String text) {
        out.put('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                out.ascii(text, from, i);
                i += special(text, i) - 1;
                from = i + 1;
            }
        }
        out.ascii(text, from, text.length());
        out.put('"');
    }

    /** @return how many chars of the text it took */
    private int special(String text, int at) {
        char c = text.charAt(at);
        if (c >= 0x7f || c == 0) {
            return out.character(text, at);
        }
        if (c >= ' ') {
            out.put('\\');
            out.put(c);
        } else {
            out.ascii("\\u00");
            out.put((char) HEX[c >> 4]);
            out.put((char) HEX[c & 15]);
        }
        return 1;
    }
}
