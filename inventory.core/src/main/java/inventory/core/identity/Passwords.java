package inventory.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (19 MiB, 2 passes, 1 lane: the first choice of OWASP's Password Storage Cheat Sheet), written in the usual form {@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}. Thread-safe; at most two hashes are made at a time, which bounds memory.
 */
public final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Semaphore MEMORY = new Semaphore(2);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    /** Of no password anybody has; compared with when the user is unknown, so that both cases take the same time. */
    static final String NOBODY = encode(new byte[SALT_BYTES], new byte[HASH_BYTES], MEMORY_KIB, PASSES);

    private Passwords() {}

    /** @return what may be stored */
    public static String hash(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return encode(salt, argon2(password, salt, MEMORY_KIB, PASSES), MEMORY_KIB, PASSES);
    }

    /** @return whether this is the password the hash was made of */
    static boolean matches(char[] password, String hash) {
        String[] parts = hash.split("\\$", -1);
        String[] cost = parts[3].split("[=,]", -1);
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        return MessageDigest.isEqual(
                expected, argon2(password, salt, Integer.parseInt(cost[1]), Integer.parseInt(cost[3])));
    }

    private static String encode(byte[] salt, byte[] hash, int memory, int passes) {
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=1$" + ENCODER.encodeToString(salt) + "$"
                + ENCODER.encodeToString(hash);
    }

    private static byte[] argon2(char[] password, byte[] salt, int memory, int passes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        byte[] clear = new String(password).getBytes(StandardCharsets.UTF_8);
        MEMORY.acquireUninterruptibly();
        try {
            generator.generateBytes(clear, hash);
        } finally {
            MEMORY.release();
        }
        return hash;
    }
}
