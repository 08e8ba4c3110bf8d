package inventory.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.core.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCipherTest {
    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedAndShowsNothing() {
        SecretCipher cipher = new SecretCipher(ring());
        String sealed = cipher.seal("pl4nted");
        assertFalse(sealed.contains("pl4nted"));
        assertEquals("pl4nted", cipher.open(sealed));
        assertNotEquals(sealed, cipher.seal("pl4nted"), "a fresh nonce each time");
    }

    @Test
    void keysLieInAFileThatOnlyItsOwnerReadsAndStayTheSame() throws Exception {
        String sealed = new SecretCipher(ring()).seal("x");
        assertEquals("x", new SecretCipher(ring()).open(sealed));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/secrets"))));
    }

    @Test
    void alteredTextIsRefused() {
        SecretCipher cipher = new SecretCipher(ring());
        String sealed = cipher.seal("x");
        int last = sealed.length() - 3;
        String altered =
                sealed.substring(0, last) + (sealed.charAt(last) == 'A' ? 'B' : 'A') + sealed.substring(last + 1);
        assertThrows(IllegalStateException.class, () -> cipher.open(altered));
    }

    @Test
    void aSecondKeyOpensWhatTheOldOneSealedAndSealsAnew() throws Exception {
        String old = new SecretCipher(ring()).seal("x");
        Path file = folder.resolve("keys/secrets");
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(file, "fresh:" + key + "\n" + Files.readString(file));
        SecretCipher both = new SecretCipher(ring());
        assertEquals("x", both.open(old));
        assertTrue(both.seal("x").startsWith("aes1:fresh:"));
    }

    @Test
    void aMissingKeyIsNamedWithItsFile() throws Exception {
        String sealed = new SecretCipher(ring()).seal("x");
        Files.delete(folder.resolve("keys/secrets"));
        SecretCipher other = new SecretCipher(ring());
        String message = assertThrows(IllegalStateException.class, () -> other.open(sealed))
                .getMessage();
        assertTrue(message.contains(sealed.split(":", 3)[1]) && message.contains("keys/secrets"), message);
    }

    @Test
    void keysThatAreNoneAreRefusedAtStart() {
        for (String bad : new String[] {
            "", "nonsense", "id:!!!", "id:" + Base64.getEncoder().encodeToString(new byte[16])
        }) {
            assertThrows(IllegalStateException.class, () -> new KeyRing(new Home(folder), Optional.of(bad)), bad);
        }
    }

    @Test
    void hiddenConfigShowsThatASecretIsSetButNotWhich() {
        SealedConfigs configs = new SealedConfigs(new SecretCipher(ring()), (key, keys) -> Set.of("password", "token"));
        String sealed = configs.seal(Map.of("username", "u", "password", "pl4nted", "token", "", "port", 443));
        assertFalse(sealed.contains("username"), "nothing of the config is readable");
        assertEquals(
                Map.of("username", "u", "password", "********", "token", "", "port", 443L),
                configs.hidden("aws", "aws", sealed));
        assertEquals("pl4nted", configs.open(sealed).get("password"));
        assertEquals(Map.of(), configs.hidden("aws", "aws", "aes1:gone:AAAA"), "a lost key breaks no list");
    }

    private KeyRing ring() {
        return new KeyRing(new Home(folder), Optional.empty());
    }
}
