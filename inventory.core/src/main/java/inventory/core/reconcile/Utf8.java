package inventory.core.reconcile;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing buffer of UTF-8, reused from one record to the next. */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private final int limit;
    private byte[] bytes;
    private int length;
    private boolean mended;

    /** @param limit with more bytes a record is unfit */
    Utf8(int limit) {
        this.limit = limit;
        this.bytes = new byte[Math.min(limit, 2048)];
    }

    void restart() {
        length = 0;
        mended = false;
    }

    int length() {
        return length;
    }

    /** @return whether something that no database takes had to be replaced since the restart */
    boolean mended() {
        return mended;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void feed(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    void put(char ascii) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) ascii;
    }

    void ascii(String text) {
        ascii(text, 0, text.length());
    }

    /** Writes the part of the text from one place to before the other. */
    @SuppressWarnings("deprecation") // the only way to copy ASCII without an array in between
    void ascii(String text, int from, int to) {
        int size = to - from;
        if (length + size > bytes.length) {
            grow(size);
        }
        text.getBytes(from, to, bytes, length);
        length += size;
    }

    /**
     * Writes the character at this place. U+0000, which PostgreSQL refuses, and halves of surrogate pairs become U+FFFD.
     *
     * @return how many chars of the text it took
     */
    int character(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
            int point = Character.toCodePoint(c, text.charAt(at + 1));
            put((char) (0xF0 | (point >> 18)));
            follow(point >> 12);
            follow(point >> 6);
            follow(point);
            return 2;
        }
        if (c == 0 || Character.isSurrogate(c)) {
            mended = true;
            c = REPLACEMENT;
        }
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put((char) (0xC0 | (c >> 6)));
            follow(c);
        } else {
            put((char) (0xE0 | (c >> 12)));
            follow(c >> 6);
            follow(c);
        }
        return 1;
    }

    private void follow(int bits) {
        put((char) (0x80 | (bits & 0x3F)));
    }

    void dropLast() {
        length--;
    }

    /** Puts the stretches between these places, which follow each other, in the order of their bytes. */
    void sort(int[] ends) {
        int start = ends[0];
        byte[] whole = Arrays.copyOfRange(bytes, start, length);
        List<byte[]> stretches = new ArrayList<>(ends.length - 1);
        for (int i = 1; i < ends.length; i++) {
            stretches.add(Arrays.copyOfRange(whole, ends[i - 1] - start, ends[i] - start));
        }
        stretches.sort(Arrays::compareUnsigned);
        int at = start;
        for (byte[] stretch : stretches) {
            System.arraycopy(stretch, 0, bytes, at, stretch.length);
            at += stretch.length;
        }
    }

    private void grow(int more) {
        if (length + more > limit) {
            throw new UnfitException("the record is larger than " + limit + " bytes");
        }
        bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(length + more, 2 * bytes.length)));
    }

    /** @return the text without what no database takes; the same one if it is fit */
    static String fit(String text) {
        StringBuilder fit = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                fit = fit == null ? new StringBuilder(text) : fit;
                fit.setCharAt(i, REPLACEMENT);
            }
        }
        return fit == null ? text : fit.toString();
    }
}
