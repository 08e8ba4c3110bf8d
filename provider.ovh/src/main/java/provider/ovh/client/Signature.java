package provider.ovh.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The signature {@code $1$} of version 1 of the API. */
final class Signature {
    private static final int FINGERPRINT = 8;

    private Signature() {}

    /** @param url exactly as it is sent, with its query */
    static String of(Credentials.Application keys, String method, String url, String body, long timestamp) {
        String signed = String.join("+", keys.secret(), keys.consumer(), method, url, body, Long.toString(timestamp));
        return "$1$" + digest("SHA-1", signed);
    }

    /** Tells two keys apart and gives none away. */
    static String fingerprint(String key) {
        return digest("SHA-256", key).substring(0, FINGERPRINT);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
