package inventory.core.collect;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes secret values out of what a plugin says, should one have slipped in. */
record SecretMask(List<String> secrets) {
    /** Shorter values would black out ordinary words. */
    private static final int SHORTEST = 6;

    static SecretMask of(Collection<?> values) {
        return new SecretMask(values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(value -> value.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    String apply(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }
}
