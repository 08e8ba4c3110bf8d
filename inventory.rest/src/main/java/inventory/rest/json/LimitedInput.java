package inventory.rest.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets a body through up to a limit and refuses it there. The rest is read away first, within bounds: a client that is still
 * sending would otherwise see a reset connection and never the answer.
 */
public final class LimitedInput extends FilterInputStream {
    private static final long MOST_READ_AWAY = 64L << 20;
    private final long limit;
    private long seen;

    /** @param limit most bytes */
    public LimitedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int number = in.read(target, offset, length);
        count(number);
        return number;
    }

    private void count(int number) throws IOException {
        seen += Math.max(0, number);
        if (seen > limit) {
            readAway();
            throw new TooLargeException(limit);
        }
    }

    /** Drops what is left, within bounds. */
    public void readAway() throws IOException {
        byte[] waste = new byte[1 << 16];
        long left = MOST_READ_AWAY;
        int number = in.read(waste);
        while (number >= 0 && left > 0) {
            left -= number;
            number = in.read(waste);
        }
    }
}
