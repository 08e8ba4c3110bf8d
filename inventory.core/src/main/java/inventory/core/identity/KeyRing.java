package inventory.core.identity;

import inventory.core.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The keys that secrets are sealed with, kept outside the database: one {@code id:base64} a line in {@code keys/secrets} (mode 0600),
 * or in the environment variable {@value #VARIABLE}. The first one seals; all of them open. The file is made at the first start.
 */
@Component(service = KeyRing.class)
public final class KeyRing {
    static final String VARIABLE = "INVENTORY_SECRET_KEYS";
    private static final String FILE = "keys/secrets";
    private static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> keys;
    private final String source;

    @Activate
    public KeyRing(@Reference Home home) {
        this(home, Optional.ofNullable(System.getenv(VARIABLE)));
    }

    KeyRing(Home home, Optional<String> variable) {
        source = variable.isPresent()
                ? "environment variable " + VARIABLE
                : home.resolve(FILE).toString();
        keys = parse(variable.orElseGet(() -> file(home)), source);
    }

    /** @return id of the key that seals */
    String sealingKey() {
        return keys.keySet().iterator().next();
    }

    /** @throws IllegalStateException there is no such key; the message says where it should be */
    SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("Secrets were sealed with key '" + id + "', which is not in " + source
                    + ": put that key back, or enter the secrets again");
        }
        return key;
    }

    private static String file(Home home) {
        Path file = home.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                home.writeSecret(FILE, newKey() + "\n");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static String newKey() {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[4];
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(id);
        random.nextBytes(key);
        return HexFormat.of().formatHex(id) + ":" + Base64.getEncoder().encodeToString(key);
    }

    private static Map<String, SecretKey> parse(String text, String source) {
        Map<String, SecretKey> found = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            byte[] key = colon > 0 ? decode(line.substring(colon + 1), source) : new byte[0];
            if (key.length != KEY_BYTES) {
                throw malformed(source);
            }
            found.put(line.substring(0, colon), new SecretKeySpec(key, "AES"));
        });
        if (found.isEmpty()) {
            throw malformed(source);
        }
        return found;
    }

    private static byte[] decode(String base64, String source) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw malformed(source);
        }
    }

    private static IllegalStateException malformed(String source) {
        return new IllegalStateException(
                "The secret keys in " + source + " must be lines of the form id:base64 with 32 bytes each");
    }
}
