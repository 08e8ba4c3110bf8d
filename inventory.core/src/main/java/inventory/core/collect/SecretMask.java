package inventory.core.collect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes secret values out of what a plugin says, should one have slipped in. */
public record SecretMask(List<String> secrets) {
    /** Shorter values would black out ordinary words. */
    private static final int SHORTEST = 6;

    public static SecretMask of(Collection<?> values) {
        return new SecretMask(values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(value -> value.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** @return a mask for these values too */
    public SecretMask and(Collection<?> values) {
        List<Object> all = new ArrayList<>(secrets);
        all.addAll(values);
        return of(all);
    }

    public String apply(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }
}
