package inventory.core.admin;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.admin.People;
import inventory.api.admin.UserDraft;
import inventory.api.identity.Caller;
import inventory.api.identity.Organization;
import inventory.api.identity.Role;
import inventory.api.identity.RoleAssignment;
import inventory.api.identity.Team;
import inventory.api.identity.User;
import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.core.identity.PasswordAuthentication;
import inventory.core.identity.Passwords;
import inventory.core.store.TakenException;
import inventory.core.store.people.PeopleStore;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Organizations, teams, users and roles. */
@Component
public final class StoredPeople implements People {
    private static final int NAME = 512;
    private static final int DESCRIPTION = 10_000;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 1024;

    private final PeopleStore store;
    private final Inventory inventory;
    private final PasswordAuthentication authentication;

    @Activate
    public StoredPeople(
            @Reference PeopleStore store,
            @Reference Inventory inventory,
            @Reference PasswordAuthentication authentication) {
        this.store = store;
        this.inventory = inventory;
        this.authentication = authentication;
    }

    @Override
    public Organization createOrganization(Caller caller, Optional<String> name, Optional<String> description) {
        requireSuperuser(caller, "create organizations");
        named(name, description, true);
        long id = unique("name", () -> store.insertOrganization(name.orElseThrow(), description.orElse("")));
        return inventory.get(caller, Listings.ORGANIZATIONS, Long.toString(id));
    }

    @Override
    public Organization updateOrganization(
            Caller caller, String id, Optional<String> name, Optional<String> description) {
        Organization old = inventory.get(caller, Listings.ORGANIZATIONS, id);
        requireWrite(caller, old.id());
        named(name, description, false);
        unique("name", () -> {
            store.updateOrganization(old.id(), name.orElse(old.name()), description.orElse(old.description()));
            return id;
        });
        return inventory.get(caller, Listings.ORGANIZATIONS, id);
    }

    @Override
    public void deleteOrganization(Caller caller, String id) {
        Organization old = inventory.get(caller, Listings.ORGANIZATIONS, id);
        requireSuperuser(caller, "delete organizations");
        long providers = store.providersOf(old.id());
        if (providers > 0) {
            throw new ConflictException("The organization still owns " + providers
                    + " providers: delete them or give them to another organization first.");
        }
        store.deleteOrganization(old.id());
        authentication.forgetAll();
    }

    @Override
    public Team createTeam(
            Caller caller, Optional<String> name, Optional<String> description, Optional<Long> organization) {
        Violations violations = new Violations();
        violations.organization(caller, organization, store);
        violations.text("name", name, NAME, true);
        violations.raise();
        long id = unique(
                "name", () -> store.insertTeam(organization.orElseThrow(), name.orElseThrow(), description.orElse("")));
        return inventory.get(caller, Listings.TEAMS, Long.toString(id));
    }

    @Override
    public Team updateTeam(Caller caller, String id, Optional<String> name, Optional<String> description) {
        Team old = inventory.get(caller, Listings.TEAMS, id);
        if (!caller.writes(old.organization()) && !store.hasRole(caller.userId(), Role.TEAM_ADMIN, old.id())) {
            throw new ForbiddenException("Only admins of the team or of its organization may change it.");
        }
        named(name, description, false);
        unique("name", () -> {
            store.updateTeam(old.id(), name.orElse(old.name()), description.orElse(old.description()));
            return id;
        });
        return inventory.get(caller, Listings.TEAMS, id);
    }

    @Override
    public void deleteTeam(Caller caller, String id) {
        Team old = inventory.get(caller, Listings.TEAMS, id);
        requireWrite(caller, old.organization());
        store.deleteTeam(old.id());
        authentication.forgetAll();
    }

    @Override
    public User createUser(Caller caller, UserDraft draft) {
        requireSuperuser(caller, "create users");
        check(draft, true);
        long id = unique(
                "username",
                () -> store.insertUser(
                        draft, Passwords.hash(draft.password().orElseThrow().toCharArray())));
        return inventory.get(caller, Listings.USERS, Long.toString(id));
    }

    @Override
    public User updateUser(Caller caller, String id, UserDraft draft) {
        User old = inventory.get(caller, Listings.USERS, id);
        boolean self = old.id() == caller.userId();
        boolean rights = draft.username().isPresent()
                || draft.isActive().isPresent()
                || draft.isSuperuser().isPresent()
                || draft.isPlatformAuditor().isPresent();
        if (!caller.superuser() && (!self || rights)) {
            throw new ForbiddenException(
                    self
                            ? "Only superusers change user names and rights; names, email and password are yours to change."
                            : "Only superusers change other users.");
        }
        check(draft, false);
        boolean demoted = old.isSuperuser()
                && (!draft.isSuperuser().orElse(true) || !draft.isActive().orElse(true));
        if (demoted && store.otherActiveSuperusers(old.id()) == 0) {
            throw new ConflictException("This is the last active superuser: make another one first.");
        }
        Optional<String> hash = draft.password().map(password -> Passwords.hash(password.toCharArray()));
        unique("username", () -> {
            store.updateUser(old.id(), draft, hash);
            return id;
        });
        authentication.forgetAll();
        return inventory.get(caller, Listings.USERS, id);
    }

    @Override
    public void deleteUser(Caller caller, String id) {
        User old = inventory.get(caller, Listings.USERS, id);
        requireSuperuser(caller, "delete users");
        if (old.id() == caller.userId()) {
            throw new ConflictException("Nobody deletes themselves: ask another superuser.");
        }
        if (old.isSuperuser() && store.otherActiveSuperusers(old.id()) == 0) {
            throw new ConflictException("This is the last active superuser: make another one first.");
        }
        store.deleteUser(old.id());
        authentication.forgetAll();
    }

    @Override
    public RoleAssignment grant(
            Caller caller,
            Optional<Long> user,
            Optional<String> role,
            Optional<Long> organization,
            Optional<Long> team) {
        Violations violations = new Violations();
        Optional<Role> known = role.flatMap(Role::of);
        if (known.isEmpty()) {
            violations.add(
                    "role",
                    "One of " + Arrays.stream(Role.values()).map(Role::slug).toList() + " is required.");
        }
        if (user.isEmpty() || !store.userExists(user.get())) {
            violations.add("user", user.isEmpty() ? "This field is required." : "There is no user " + user.get() + ".");
        }
        known.ifPresent(r -> {
            boolean fits = r.ofTeam()
                    ? team.isPresent() && organization.isEmpty()
                    : organization.isPresent() && team.isEmpty();
            if (!fits) {
                violations.add(
                        r.ofTeam() ? "team" : "organization",
                        "The role " + r.slug() + " is held in " + (r.ofTeam() ? "a team" : "an organization")
                                + ", and in that only.");
            }
        });
        violations.raise();
        long owner = owner(caller, organization, team);
        requireWrite(caller, owner);
        long id = store.grant(user.orElseThrow(), known.orElseThrow(), organization, team);
        authentication.forgetAll();
        return inventory.get(caller, Listings.ROLE_ASSIGNMENTS, Long.toString(id));
    }

    @Override
    public void revoke(Caller caller, String assignmentId) {
        RoleAssignment old = inventory.get(caller, Listings.ROLE_ASSIGNMENTS, assignmentId);
        requireWrite(caller, owner(caller, old.organization(), old.team()));
        store.revoke(old.id());
        authentication.forgetAll();
    }

    private long owner(Caller caller, Optional<Long> organization, Optional<Long> team) {
        return team.map(id ->
                        inventory.get(caller, Listings.TEAMS, id.toString()).organization())
                .or(() -> organization.map(id -> inventory
                        .get(caller, Listings.ORGANIZATIONS, id.toString())
                        .id()))
                .orElseThrow();
    }

    private static void named(Optional<String> name, Optional<String> description, boolean required) {
        Violations violations = new Violations();
        violations.text("name", name, NAME, required);
        description.ifPresent(text -> violations.optionalText("description", text, DESCRIPTION));
        violations.raise();
    }

    private static void check(UserDraft draft, boolean creating) {
        Violations violations = new Violations();
        violations.text("username", draft.username(), 150, creating);
        if (creating && draft.password().isEmpty()) {
            violations.add("password", "This field is required.");
        }
        draft.password()
                .filter(p -> p.length() < SHORTEST_PASSWORD || p.length() > LONGEST_PASSWORD)
                .ifPresent(p -> violations.add(
                        "password",
                        "A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters."));
        draft.firstName().ifPresent(text -> violations.optionalText("first_name", text, 150));
        draft.lastName().ifPresent(text -> violations.optionalText("last_name", text, 150));
        draft.email().ifPresent(text -> violations.optionalText("email", text, 254));
        violations.raise();
    }

    private static void requireSuperuser(Caller caller, String what) {
        if (!caller.superuser()) {
            throw new ForbiddenException("Only superusers " + what + ".");
        }
    }

    private static void requireWrite(Caller caller, long organization) {
        if (!caller.writes(organization)) {
            throw new ForbiddenException("Only admins of organization " + organization + " may do this.");
        }
    }

    private static <T> T unique(String field, Supplier<T> write) {
        try {
            return Objects.requireNonNull(write.get());
        } catch (TakenException e) {
            throw InvalidInputException.of(field, "This " + field + " is taken already.");
        }
    }
}
