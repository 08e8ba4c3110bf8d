package inventory.api.http;

import inventory.api.provider.ProviderContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends an answer that has more bytes than one may have, for clients that bring a transport of their own. Not thread-safe. */
public final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long read;

    /** @param context says how many bytes are the most */
    public LimitedStream(InputStream answer, ProviderContext context) {
        super(answer);
        limit = context.maxAnswerBytes();
    }

    /** The answer went on behind the limit. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(long limit) {
            super("the answer has more than " + limit + " bytes");
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) throws TooLongException {
        read += more;
        if (read > limit) {
            throw new TooLongException(limit);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
