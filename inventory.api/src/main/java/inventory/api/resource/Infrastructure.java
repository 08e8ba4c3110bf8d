package inventory.api.resource;

import java.util.Locale;
import java.util.Optional;

/** What sort of thing a provider is. The wire form is the lower-case name. */
public enum Infrastructure {
    PUBLIC_CLOUD,
    PRIVATE_CLOUD,
    NETWORKING,
    STORAGE;

    /** @return the form used on the wire, such as {@code public_cloud} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the one with this slug, exact; empty if there is none */
    public static Optional<Infrastructure> of(String slug) {
        for (Infrastructure infrastructure : values()) {
            if (infrastructure.slug().equals(slug)) {
                return Optional.of(infrastructure);
            }
        }
        return Optional.empty();
    }
}
