package provider.internal.machine;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Ids as {@code rack7-4k1x09zq8w3m2n5b}: of the name of the provider what is readable, and chance. */
public final class MachineId {
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int PREFIX = 5;
    private static final int CHANCE = 16;

    private final RandomGenerator random;

    public MachineId() {
        this(new SecureRandom());
    }

    MachineId(RandomGenerator random) {
        this.random = random;
    }

    /** @return a new id; no two are alike */
    public String next(String providerName) {
        String readable = providerName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String prefix = readable.isEmpty() ? "r" : readable.substring(0, Math.min(PREFIX, readable.length()));
        return prefix + "-"
                + random.ints(CHANCE, 0, LETTERS.length())
                        .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                        .collect(Collectors.joining());
    }
}
