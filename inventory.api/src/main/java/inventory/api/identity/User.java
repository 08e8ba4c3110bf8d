package inventory.api.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * A person (or a machine) that logs in. Carries no password.
 *
 * @param isActive false: known, and not let in
 * @param isPlatformAuditor reads everything
 */
public record User(
        long id,
        String username,
        String firstName,
        String lastName,
        String email,
        boolean isActive,
        boolean isSuperuser,
        boolean isPlatformAuditor,
        Instant created,
        Instant modified,
        Optional<Instant> lastLogin) {}
