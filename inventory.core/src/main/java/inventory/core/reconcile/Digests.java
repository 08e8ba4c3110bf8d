package inventory.core.reconcile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 128 bits of SHA-256, which processors compute themselves. Reusable; not thread-safe. */
final class Digests {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest digest;
    private final byte[] result = new byte[32];

    Digests() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Bits128 of(Utf8 text) {
        text.feed(digest);
        try {
            digest.digest(result, 0, result.length);
        } catch (DigestException e) {
            throw new IllegalStateException("the result has room for SHA-256", e);
        }
        return new Bits128((long) LONGS.get(result, 0), (long) LONGS.get(result, 8));
    }
}
