package inventory.api.admin;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.identity.Organization;
import inventory.api.identity.RoleAssignment;
import inventory.api.identity.Team;
import inventory.api.identity.User;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes organizations, teams, users and their roles. Thread-safe. Implemented by the core.
 *
 * <p>Every method throws {@code UnavailableException} when the store cannot be reached, {@link NotFoundException} for an id that
 * does not exist or is not for this caller, {@link ForbiddenException} when the caller may not do it, and {@link
 * InvalidInputException} for a missing, too long or already taken value. Superusers do everything; organization admins change their
 * organization and the teams in it; everybody changes their own names, address and password.
 */
@ProviderType
public interface People {
    Organization createOrganization(Caller caller, Optional<String> name, Optional<String> description);

    /** Absent fields stay. */
    Organization updateOrganization(Caller caller, String id, Optional<String> name, Optional<String> description);

    /** @throws ConflictException it still owns providers */
    void deleteOrganization(Caller caller, String id);

    Team createTeam(Caller caller, Optional<String> name, Optional<String> description, Optional<Long> organization);

    /** Absent fields stay; the organization never changes. */
    Team updateTeam(Caller caller, String id, Optional<String> name, Optional<String> description);

    void deleteTeam(Caller caller, String id);

    User createUser(Caller caller, UserDraft draft);

    /** Absent fields stay. */
    User updateUser(Caller caller, String id, UserDraft draft);

    /** @throws ConflictException it is the last active superuser, or the caller */
    void deleteUser(Caller caller, String id);

    /**
     * Gives a role. Giving it again changes nothing.
     *
     * @param role slug of a {@code Role}
     * @param organization set for organization roles, else absent
     * @param team set for team roles, else absent
     */
    RoleAssignment grant(
            Caller caller,
            Optional<Long> user,
            Optional<String> role,
            Optional<Long> organization,
            Optional<Long> team);

    void revoke(Caller caller, String assignmentId);
}
