package inventory.rest;

import inventory.api.admin.People;
import inventory.api.admin.UserDraft;
import inventory.api.identity.Caller;
import inventory.api.identity.Organization;
import inventory.api.identity.RoleAssignment;
import inventory.api.identity.Team;
import inventory.api.identity.User;
import java.util.Optional;

/** Notes writes down and answers with the sample rows. */
final class FakePeople implements People {
    private final FakeCore core;

    FakePeople(FakeCore core) {
        this.core = core;
    }

    @Override
    public Organization createOrganization(Caller caller, Optional<String> name, Optional<String> description) {
        core.write("create organization", name, description);
        return Samples.ORGANIZATION;
    }

    @Override
    public Organization updateOrganization(
            Caller caller, String id, Optional<String> name, Optional<String> description) {
        core.write("update organization", id, name, description);
        return Samples.ORGANIZATION;
    }

    @Override
    public void deleteOrganization(Caller caller, String id) {
        core.write("delete organization", id);
    }

    @Override
    public Team createTeam(
            Caller caller, Optional<String> name, Optional<String> description, Optional<Long> organization) {
        core.write("create team", name, description, organization);
        return Samples.TEAM;
    }

    @Override
    public Team updateTeam(Caller caller, String id, Optional<String> name, Optional<String> description) {
        core.write("update team", id, name, description);
        return Samples.TEAM;
    }

    @Override
    public void deleteTeam(Caller caller, String id) {
        core.write("delete team", id);
    }

    @Override
    public User createUser(Caller caller, UserDraft draft) {
        core.write("create user", draft, draft.password().isPresent());
        return Samples.USER;
    }

    @Override
    public User updateUser(Caller caller, String id, UserDraft draft) {
        core.write("update user", id, draft);
        return Samples.USER;
    }

    @Override
    public void deleteUser(Caller caller, String id) {
        core.write("delete user", id);
    }

    @Override
    public RoleAssignment grant(
            Caller caller,
            Optional<Long> user,
            Optional<String> role,
            Optional<Long> organization,
            Optional<Long> team) {
        core.write("grant", user, role, organization, team);
        return Samples.ROLE_ASSIGNMENT;
    }

    @Override
    public void revoke(Caller caller, String assignmentId) {
        core.write("revoke", assignmentId);
    }
}
