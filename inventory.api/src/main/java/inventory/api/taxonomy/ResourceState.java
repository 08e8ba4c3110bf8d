package inventory.api.taxonomy;

import java.util.Locale;
import java.util.Optional;

/** What a resource is doing. The wire form is the lower-case name. */
public enum ResourceState {
    ACTIVE,
    INACTIVE,
    STOPPED,
    RUNNING,
    SUSPENDED,
    TERMINATED,
    ERROR,
    UNKNOWN,
    PROVISIONING,
    DECOMMISSIONED;

    /** @return the form used in records and on the wire, such as {@code running} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the state with this slug, exact; empty if there is none */
    public static Optional<ResourceState> of(String slug) {
        for (ResourceState state : values()) {
            if (state.slug().equals(slug)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
