package inventory.core.store.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.admin.UserDraft;
import inventory.api.identity.Authentication;
import inventory.api.identity.Caller;
import inventory.api.identity.Role;
import inventory.core.Home;
import inventory.core.collect.CollectionSchedule;
import inventory.core.identity.PasswordAuthentication;
import inventory.core.identity.Passwords;
import inventory.core.store.PooledDatabase;
import inventory.core.store.Records;
import inventory.core.store.Seed;
import inventory.core.store.TakenException;
import inventory.core.store.provider.ProviderStore;
import inventory.core.store.provider.ProviderStore.Row;
import inventory.core.store.tag.TagStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People, providers and tags in the database. */
abstract class PeopleContract {
    @TempDir
    Path folder;

    private PooledDatabase database;
    private PeopleStore people;
    private Records records;

    abstract PooledDatabase newDatabase(Seed... seeds);

    @BeforeEach
    void open() {
        database = newDatabase(new PeopleSeed(new Home(folder), Optional.empty()));
        records = new Records(database);
        people = new PeopleStore(records);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstStartMakesAnOrganizationAndAnAdminWhosePasswordLiesInAFile() throws Exception {
        Path file = folder.resolve("admin-password");
        String password = Files.readString(file).strip();
        assertEquals(24, password.length());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Caller admin =
                authentication().authenticate("admin", password.toCharArray()).orElseThrow();
        assertTrue(admin.superuser());
        assertTrue(people.organizationExists(1));
        database.write(connection -> {
            new PeopleSeed(new Home(folder), Optional.empty()).plant(connection);
            return 0;
        });
        assertEquals(password, Files.readString(file).strip(), "a later start changes nothing");
    }

    @Test
    void theVariableSetsThePasswordAnew() {
        database.write(connection -> {
            new PeopleSeed(new Home(folder), Optional.of("from outside")).plant(connection);
            return 0;
        });
        assertTrue(authentication()
                .authenticate("admin", "from outside".toCharArray())
                .isPresent());
    }

    @Test
    void strangersWrongPasswordsAndInactiveUsersAreNotLetIn() {
        long anna = user("anna");
        assertTrue(authentication()
                .authenticate("anna", "password of anna".toCharArray())
                .isPresent());
        assertFalse(authentication()
                .authenticate("anna", "Password of anna".toCharArray())
                .isPresent());
        assertFalse(authentication()
                .authenticate("Anna", "password of anna".toCharArray())
                .isPresent());
        assertFalse(authentication().authenticate("nobody", "".toCharArray()).isPresent());
        people.updateUser(anna, draft(Optional.empty(), Optional.of(false)), Optional.empty());
        assertFalse(authentication()
                .authenticate("anna", "password of anna".toCharArray())
                .isPresent());
    }

    @Test
    void rolesBecomeRights() {
        long anna = user("anna");
        long first = people.insertOrganization("first", "");
        long second = people.insertOrganization("second", "");
        long team = people.insertTeam(second, "team", "");
        assertEquals(Set.of(), caller("anna").readable());
        people.grant(anna, Role.ORGANIZATION_ADMIN, Optional.of(first), Optional.empty());
        people.grant(anna, Role.TEAM_ADMIN, Optional.empty(), Optional.of(team));
        Caller caller = caller("anna");
        assertEquals(Set.of(first, second), caller.readable());
        assertEquals(Set.of(first), caller.writable());
        assertTrue(people.hasRole(anna, Role.TEAM_ADMIN, team));
        people.deleteTeam(team);
        assertEquals(Set.of(first), caller("anna").readable());
    }

    @Test
    void grantingTwiceIsOneAssignmentAndRevokingEndsIt() {
        long anna = user("anna");
        long once = people.grant(anna, Role.ORGANIZATION_MEMBER, Optional.of(1L), Optional.empty());
        assertEquals(once, people.grant(anna, Role.ORGANIZATION_MEMBER, Optional.of(1L), Optional.empty()));
        people.revoke(once);
        assertEquals(Set.of(), caller("anna").readable());
    }

    @Test
    void namesAreUniqueWhereTheyMustBe() {
        user("anna");
        assertThrows(TakenException.class, () -> user("anna"));
        assertThrows(TakenException.class, () -> people.insertOrganization("Default", ""));
        long other = people.insertOrganization("other", "");
        people.insertTeam(1, "team", "");
        people.insertTeam(other, "team", "");
        assertThrows(TakenException.class, () -> people.insertTeam(1, "team", ""));
        assertThrows(TakenException.class, () -> people.updateOrganization(other, "Default", ""));
    }

    @Test
    void theOnlySuperuserHasNoOther() {
        assertEquals(0, people.otherActiveSuperusers(1));
        long anna = user("anna");
        people.updateUser(anna, draft(Optional.of(true), Optional.empty()), Optional.empty());
        assertEquals(1, people.otherActiveSuperusers(1));
    }

    @Test
    void providersAreStoredChangedMovedAndDeleted() {
        ProviderStore providers = new ProviderStore(records);
        Row row = row(providers.newId(), "one", 1);
        providers.insert(row, 1);
        assertEquals(Optional.of(row), providers.find(row.id()));
        assertEquals(1, people.providersOf(1));
        assertThrows(TakenException.class, () -> providers.insert(row(providers.newId(), "one", 1), 0));
        long other = people.insertOrganization("other", "");
        Row moved = row(row.id(), "moved", other);
        providers.update(moved, 1);
        assertEquals(Optional.of(moved), providers.find(row.id()));
        assertEquals(1, people.providersOf(other));
        providers.delete(row.id());
        assertEquals(Optional.empty(), providers.find(row.id()));
    }

    @Test
    void schedulesArePlannedAnewWhenTheyChange() {
        ProviderStore providers = new ProviderStore(records);
        Row row = row(providers.newId(), "one", 1);
        providers.insert(scheduled(row, "PT1H", true), 1);
        Instant hourly = planned(row.id()).orElseThrow();
        assertTrue(
                hourly.isAfter(Instant.now()) && hourly.isBefore(Instant.now().plusSeconds(3601)), "at " + hourly);
        assertEquals(CollectionSchedule.of("PT1H").after(hourly.minusMillis(1), row.id()), hourly);
        providers.update(scheduled(row, "PT1H", true), 1);
        assertEquals(Optional.of(hourly), planned(row.id()));
        providers.update(scheduled(row, "P30D", true), 1);
        Instant monthly = planned(row.id()).orElseThrow();
        assertEquals(CollectionSchedule.of("P30D").after(monthly.minusMillis(1), row.id()), monthly);
        providers.update(scheduled(row, "P30D", false), 1);
        assertEquals(Optional.empty(), planned(row.id()));
        providers.update(scheduled(row, "P30D", true), 1);
        assertEquals(Optional.of(monthly), planned(row.id()));
        providers.delete(row.id());
        assertEquals(Optional.empty(), planned(row.id()));
    }

    private Optional<Instant> planned(UUID provider) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT execution_time FROM scheduled_tasks WHERE task_name = 'collection-schedule' AND task_instance = ?")) {
                select.setString(1, provider.toString());
                ResultSet rows = select.executeQuery();
                return rows.next()
                        ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        });
    }

    private static Row scheduled(Row row, String schedule, boolean enabled) {
        return new Row(
                row.id(),
                row.name(),
                row.infrastructure(),
                row.vendor(),
                row.providerType(),
                "",
                "",
                enabled,
                row.sealedConfig(),
                row.organization(),
                schedule);
    }

    @Test
    void tagsAreUniqueAndKnowWhatIsNotTheirs() {
        TagStore tags = new TagStore(records, database);
        UUID tag = tags.insert(1, "", "team", "blue");
        assertThrows(TakenException.class, () -> tags.insert(1, "", "team", "blue"));
        UUID stranger = UUID.randomUUID();
        assertEquals(List.of(stranger), tags.notOf(1, List.of(stranger)));
        tags.assign(tag, List.of(stranger));
        tags.unassign(tag, List.of(stranger));
        tags.delete(tag);
        tags.insert(1, "", "team", "blue");
    }

    private Authentication authentication() {
        return new PasswordAuthentication(new LoginStore(database));
    }

    private Caller caller(String username) {
        return new LoginStore(database).find(username).orElseThrow().caller();
    }

    private long user(String name) {
        UserDraft draft = new UserDraft(
                Optional.of(name),
                Optional.empty(),
                Optional.of("First"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return people.insertUser(draft, Passwords.hash(("password of " + name).toCharArray()));
    }

    private static UserDraft draft(Optional<Boolean> superuser, Optional<Boolean> active) {
        return new UserDraft(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                active,
                superuser,
                Optional.empty());
    }

    private static Row row(UUID id, String name, long organization) {
        return new Row(id, name, "private_cloud", "sample", "generator", "", "", true, "sealed", organization, "");
    }
}
