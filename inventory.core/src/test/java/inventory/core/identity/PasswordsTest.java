package inventory.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.identity.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Caller ANNA = new Caller(7, "anna", false, false, Set.of(1L), Set.of());

    @Test
    void aHashFitsItsPasswordOnlyAndHasItsOwnSalt() {
        String hash = Passwords.hash("größer".toCharArray());
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertTrue(Passwords.matches("größer".toCharArray(), hash));
        assertFalse(Passwords.matches("grosser".toCharArray(), hash));
        assertFalse(Passwords.matches(new char[0], hash));
        assertNotEquals(hash, Passwords.hash("größer".toCharArray()));
    }

    @Test
    void nobodysHashIsNoPasswordsHash() {
        assertFalse(Passwords.matches("".toCharArray(), Passwords.NOBODY));
    }

    @Test
    void failedLoginsGetSlowerUpToTwoSecondsAndASuccessForgetsThem() {
        FailedLogins failed = new FailedLogins();
        assertEquals(Duration.ofMillis(100), failed.count("anna"));
        assertEquals(Duration.ofMillis(200), failed.count("anna"));
        assertEquals(Duration.ofMillis(100), failed.count("bert"), "each name on its own");
        for (int i = 0; i < 100; i++) {
            failed.count("anna");
        }
        assertEquals(Duration.ofSeconds(2), failed.count("anna"));
        failed.forget("anna");
        assertEquals(Duration.ofMillis(100), failed.count("anna"));
    }

    @Test
    void aVerifiedLoginIsRememberedForThirtySeconds() {
        Instant[] now = {Instant.EPOCH};
        VerifiedLogins verified = new VerifiedLogins(new SettableClock(now));
        verified.remember(ANNA, "p".toCharArray());
        assertEquals(Optional.of(ANNA), verified.find("anna", "p".toCharArray()));
        assertEquals(Optional.empty(), verified.find("anna", "q".toCharArray()));
        now[0] = now[0].plusSeconds(31);
        assertEquals(Optional.empty(), verified.find("anna", "p".toCharArray()));
        verified.remember(ANNA, "p".toCharArray());
        verified.forgetAll();
        assertEquals(Optional.empty(), verified.find("anna", "p".toCharArray()));
    }

    private static final class SettableClock extends Clock {
        private final Instant[] now;

        SettableClock(Instant[] now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now[0];
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
