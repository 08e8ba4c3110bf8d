package inventory.core.store.query;

import inventory.api.identity.Caller;
import inventory.api.identity.Organization;
import inventory.api.identity.RoleAssignment;
import inventory.api.identity.Team;
import inventory.api.identity.User;
import inventory.api.query.Listings;
import inventory.core.store.dialect.Sql;
import java.util.List;
import java.util.Set;

/** People, and what they may do. Who does not read everything sees themselves, their organizations and teams, and who shares one. */
final class PeopleTables {
    /** The teams that the caller is in. */
    private static final String OWN_TEAMS =
            "(SELECT o.team_id FROM role_assignment o WHERE o.user_id = ? AND o.team_id IS NOT NULL)";

    private PeopleTables() {}

    static List<Table<?>> all() {
        return List.of(organizations(), teams(), users(), assignments());
    }

    private static Table<Organization> organizations() {
        return Table.of(Listings.ORGANIZATIONS, "organization", "o")
                .scope((caller, organizations) -> Scope.among("o.id", organizations))
                .rows(
                        "o.*",
                        row -> new Organization(
                                row.number("id"),
                                row.text("name"),
                                row.text("description"),
                                row.instant("created"),
                                row.instant("modified")));
    }

    private static Table<Team> teams() {
        return Table.of(Listings.TEAMS, "team", "t")
                .column("organization", "t.organization_id")
                .scope((caller, organizations) -> Scope.among("t.organization_id", organizations)
                        .then(" OR t.id IN " + OWN_TEAMS, caller.userId()))
                .rows(
                        "t.*",
                        row -> new Team(
                                row.number("id"),
                                row.text("name"),
                                row.text("description"),
                                row.number("organization_id"),
                                row.instant("created"),
                                row.instant("modified")));
    }

    private static Table<User> users() {
        return Table.of(Listings.USERS, "app_user", "u")
                .scope((caller, organizations) -> Sql.of(
                                "u.id = ? OR EXISTS (SELECT 1 FROM role_assignment s ", caller.userId())
                        .then("LEFT JOIN team m ON m.id = s.team_id WHERE s.user_id = u.id AND (")
                        .then(shared(caller, organizations))
                        .then("))"))
                .rows(
                        "u.*",
                        row -> new User(
                                row.number("id"),
                                row.text("username"),
                                row.text("first_name"),
                                row.text("last_name"),
                                row.text("email"),
                                row.flag("is_active"),
                                row.flag("is_superuser"),
                                row.flag("is_platform_auditor"),
                                row.instant("created"),
                                row.instant("modified"),
                                row.optionalInstant("last_login")));
    }

    private static Table<RoleAssignment> assignments() {
        return Table.of(Listings.ROLE_ASSIGNMENTS, "role_assignment", "s")
                .join("u", "app_user u ON u.id = s.user_id")
                .leftJoin("m", "team m ON m.id = s.team_id")
                .column("user", "s.user_id")
                .column("username", "u.username")
                .optional("organization", "s.organization_id")
                .optional("team", "s.team_id")
                .scope((caller, organizations) ->
                        Sql.of("s.user_id = ? OR ", caller.userId()).then(shared(caller, organizations)))
                .rows(
                        "s.*, u.username",
                        row -> new RoleAssignment(
                                row.number("id"),
                                row.number("user_id"),
                                row.text("username"),
                                row.text("role"),
                                row.optionalNumber("organization_id"),
                                row.optionalNumber("team_id"),
                                row.instant("created")));
    }

    /** Whether an assignment {@code s}, of team {@code m} if it is one's, lies in an organization or a team of the caller. */
    private static Sql shared(Caller caller, Set<Long> organizations) {
        return Scope.among("s.organization_id", organizations)
                .then(" OR ")
                .then(Scope.among("m.organization_id", organizations))
                .then(" OR s.team_id IN " + OWN_TEAMS, caller.userId());
    }
}
