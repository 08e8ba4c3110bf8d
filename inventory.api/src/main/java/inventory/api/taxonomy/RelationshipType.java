package inventory.api.taxonomy;

import java.util.Locale;
import java.util.Optional;

/** How one resource (the source) stands to another (the target). The wire form is the lower-case name. */
public enum RelationshipType {
    RUNS_ON,
    PART_OF,
    MEMBER_OF,
    ATTACHED_TO,
    CONNECTED_TO,
    MANAGED_BY,
    /** The inverse of {@link #MANAGED_BY}. */
    MANAGES,
    CONTAINS,
    DEPENDS_ON,
    LOAD_BALANCES,
    ROUTES_TO,
    BACKS_UP,
    REPLICATES_TO;

    /** @return the form used in records and on the wire, such as {@code runs_on} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the type with this slug, exact ({@code hosted_on} is read as {@code runs_on}); empty if there is none */
    public static Optional<RelationshipType> of(String slug) {
        for (RelationshipType type : values()) {
            if (type.slug().equals(slug)) {
                return Optional.of(type);
            }
        }
        return "hosted_on".equals(slug) ? Optional.of(RUNS_ON) : Optional.empty();
    }
}
