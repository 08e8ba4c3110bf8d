package inventory.core.identity;

import inventory.api.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short time which credentials were right, so that a script does not pay for a password hash at each call. Keeps no
 * password: only its keyed digest, with a key that lives as long as the process. Thread-safe.
 */
final class VerifiedLogins {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();

    private record Login(Caller caller, Instant until) {}

    VerifiedLogins(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    Optional<Caller> find(String username, char[] password) {
        Login login = logins.get(digest(username, password));
        return login == null || clock.instant().isAfter(login.until) ? Optional.empty() : Optional.of(login.caller);
    }

    void remember(Caller caller, char[] password) {
        Instant now = clock.instant();
        if (logins.size() >= MOST) {
            logins.values().removeIf(login -> now.isAfter(login.until));
        }
        if (logins.size() < MOST) {
            logins.put(digest(caller.username(), password), new Login(caller, now.plus(REMEMBERED)));
        }
    }

    /** Rights or passwords have changed. */
    void forgetAll() {
        logins.clear();
    }

    private String digest(String username, char[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(username.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(new String(password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
