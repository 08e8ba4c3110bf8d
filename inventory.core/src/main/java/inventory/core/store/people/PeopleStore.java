package inventory.core.store.people;

import inventory.api.admin.UserDraft;
import inventory.api.identity.Role;
import inventory.core.store.Records;
import inventory.core.store.TakenException;
import inventory.core.store.entity.OrganizationEntity;
import inventory.core.store.entity.RoleAssignmentEntity;
import inventory.core.store.entity.TeamEntity;
import inventory.core.store.entity.UserEntity;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes organizations, teams, users and roles. A name that is taken raises {@link TakenException}. */
@Component(service = PeopleStore.class)
public final class PeopleStore {
    private final Records records;

    @Activate
    public PeopleStore(@Reference Records records) {
        this.records = records;
    }

    public boolean organizationExists(long id) {
        return records.exists(OrganizationEntity.class, id);
    }

    public boolean userExists(long id) {
        return records.exists(UserEntity.class, id);
    }

    public long insertOrganization(String name, String description) {
        OrganizationEntity entity = new OrganizationEntity();
        entity.name = name;
        entity.description = description;
        entity.created = records.now();
        entity.modified = entity.created;
        return records.insert(entity).id;
    }

    public void updateOrganization(long id, String name, String description) {
        records.change(OrganizationEntity.class, id, entity -> {
            entity.name = name;
            entity.description = description;
            entity.modified = records.now();
        });
    }

    public void deleteOrganization(long id) {
        records.delete(OrganizationEntity.class, id);
    }

    /** @return how many providers the organization owns */
    public long providersOf(long organization) {
        return count("SELECT COUNT(p) FROM ProviderEntity p WHERE p.organizationId = ?1", organization);
    }

    public long insertTeam(long organization, String name, String description) {
        TeamEntity entity = new TeamEntity();
        entity.organizationId = organization;
        entity.name = name;
        entity.description = description;
        entity.created = records.now();
        entity.modified = entity.created;
        return records.insert(entity).id;
    }

    public void updateTeam(long id, String name, String description) {
        records.change(TeamEntity.class, id, entity -> {
            entity.name = name;
            entity.description = description;
            entity.modified = records.now();
        });
    }

    public void deleteTeam(long id) {
        records.delete(TeamEntity.class, id);
    }

    public long insertUser(UserDraft draft, String passwordHash) {
        UserEntity entity = new UserEntity();
        entity.firstName = "";
        entity.lastName = "";
        entity.email = "";
        entity.isActive = true;
        entity.passwordHash = passwordHash;
        entity.created = records.now();
        fill(entity, draft);
        return records.insert(entity).id;
    }

    /** Absent fields stay. */
    public void updateUser(long id, UserDraft draft, Optional<String> passwordHash) {
        records.change(UserEntity.class, id, entity -> {
            fill(entity, draft);
            passwordHash.ifPresent(hash -> entity.passwordHash = hash);
        });
    }

    private void fill(UserEntity entity, UserDraft draft) {
        draft.username().ifPresent(value -> entity.username = value);
        draft.firstName().ifPresent(value -> entity.firstName = value);
        draft.lastName().ifPresent(value -> entity.lastName = value);
        draft.email().ifPresent(value -> entity.email = value);
        draft.isActive().ifPresent(value -> entity.isActive = value);
        draft.isSuperuser().ifPresent(value -> entity.isSuperuser = value);
        draft.isPlatformAuditor().ifPresent(value -> entity.isPlatformAuditor = value);
        entity.modified = records.now();
    }

    public void deleteUser(long id) {
        records.delete(UserEntity.class, id);
    }

    /** @return how many active superusers there are besides this one */
    public long otherActiveSuperusers(long id) {
        return count(
                "SELECT COUNT(u) FROM UserEntity u WHERE u.isSuperuser = TRUE AND u.isActive = TRUE AND u.id <> ?1",
                id);
    }

    public boolean hasRole(long user, Role role, long team) {
        return count(
                        "SELECT COUNT(r) FROM RoleAssignmentEntity r WHERE r.userId = ?1 AND r.role = ?2 AND r.teamId = ?3",
                        user,
                        role.slug(),
                        team)
                > 0;
    }

    /** @return id of the assignment, which may have been there before */
    public long grant(long user, Role role, Optional<Long> organization, Optional<Long> team) {
        return find(user, role, organization, team).orElseGet(() -> {
            RoleAssignmentEntity entity = new RoleAssignmentEntity();
            entity.userId = user;
            entity.role = role.slug();
            entity.organizationId = organization.orElse(null);
            entity.teamId = team.orElse(null);
            entity.created = records.now();
            try {
                return records.insert(entity).id;
            } catch (TakenException e) {
                return find(user, role, organization, team).orElseThrow(() -> e);
            }
        });
    }

    private Optional<Long> find(long user, Role role, Optional<Long> organization, Optional<Long> team) {
        String place = organization.isPresent() ? "r.organizationId" : "r.teamId";
        return records.entities(manager -> manager.createQuery(
                        "SELECT r.id FROM RoleAssignmentEntity r WHERE r.userId = ?1 AND r.role = ?2 AND " + place
                                + " = ?3",
                        Long.class)
                .setParameter(1, user)
                .setParameter(2, role.slug())
                .setParameter(3, organization.or(() -> team).orElseThrow())
                .getResultStream()
                .findFirst());
    }

    public void revoke(long assignment) {
        records.delete(RoleAssignmentEntity.class, assignment);
    }

    private long count(String query, Object... parameters) {
        return records.entities(manager -> {
            TypedQuery<Long> counting = manager.createQuery(query, Long.class);
            for (int i = 0; i < parameters.length; i++) {
                counting.setParameter(i + 1, parameters[i]);
            }
            return counting.getSingleResult();
        });
    }
}
