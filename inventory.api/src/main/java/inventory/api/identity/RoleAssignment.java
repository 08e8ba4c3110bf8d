package inventory.api.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * A user's role in one organization or one team.
 *
 * @param user id of the user
 * @param role slug of a {@link Role}
 * @param organization set for organization roles
 * @param team set for team roles
 */
public record RoleAssignment(
        long id,
        long user,
        String username,
        String role,
        Optional<Long> organization,
        Optional<Long> team,
        Instant created) {}
