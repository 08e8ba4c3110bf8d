package provider.ovh.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The signature {@code $1$} of version 1 of the API, made at a time of the platform's clock. */
record Signature(Credentials.Application keys, long timestamp) {
    private static final int FINGERPRINT = 8;

    /** @param url exactly as it is sent, with its query */
    String of(String method, String url, String body) {
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
