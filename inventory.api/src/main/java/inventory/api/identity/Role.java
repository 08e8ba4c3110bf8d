package inventory.api.identity;

import java.util.Locale;
import java.util.Optional;

/** What a user is in an organization or a team. */
public enum Role {
    /** Reads and writes the organization and everything in it, and creates teams in it. */
    ORGANIZATION_ADMIN,
    /** Reads the organization and everything in it. */
    ORGANIZATION_MEMBER,
    /** Reads and changes the team, and reads its organization and everything in it. */
    TEAM_ADMIN,
    /** Reads the team, its organization and everything in it. */
    TEAM_MEMBER;

    /** @return the form used on the wire, such as {@code organization_admin} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether the role is held in a team (and not in an organization) */
    public boolean ofTeam() {
        return this == TEAM_ADMIN || this == TEAM_MEMBER;
    }

    /** @return the role with this slug; empty if there is none */
    public static Optional<Role> of(String slug) {
        for (Role role : values()) {
            if (role.slug().equals(slug)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
