package inventory.core.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** AES-256-GCM with a fresh nonce for each text. The cipher text reads {@code aes1:KEY-ID:BASE64}. Thread-safe. */
@Component(service = SecretCipher.class)
public final class SecretCipher {
    private static final String FORM = "aes1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public SecretCipher(@Reference KeyRing keys) {
        this.keys = keys;
    }

    String seal(String clear) {
        String id = keys.sealingKey();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, id, nonce, clear.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return FORM + ":" + id + ":" + Base64.getEncoder().encodeToString(all);
    }

    /** @throws IllegalStateException this is no text that one of the keys here has sealed */
    String open(String cipherText) {
        String[] parts = cipherText.split(":", 3);
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            throw new IllegalStateException("A sealed text of another form: " + parts[0]);
        }
        byte[] all = bytes(parts[2]);
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(all, Math.min(NONCE_BYTES, all.length), all.length);
        return new String(run(Cipher.DECRYPT_MODE, parts[1], nonce, sealed), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("A sealed text was altered: it is no base64", e);
        }
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.key(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text does not fit its key '" + keyId + "': it was altered", e);
        }
    }
}
