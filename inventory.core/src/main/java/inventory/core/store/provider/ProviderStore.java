package inventory.core.store.provider;

import inventory.core.collect.CollectionSchedule;
import inventory.core.store.Records;
import inventory.core.store.TakenException;
import inventory.core.store.TimeOrderedId;
import inventory.core.store.entity.ProviderEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes providers. A name that the organization has already raises {@link TakenException}. */
@Component(service = ProviderStore.class)
public final class ProviderStore {
    private final Records records;

    @Activate
    public ProviderStore(@Reference Records records) {
        this.records = records;
    }

    /** What people decide about a provider; its config is cipher text. */
    public record Row(
            UUID id,
            String name,
            String infrastructure,
            String vendor,
            String providerType,
            String endpoint,
            String credentialRef,
            boolean enabled,
            String sealedConfig,
            long organization,
            String schedule) {
        /** @return {@code vendor:provider_type} */
        public String pluginKey() {
            return vendor + ":" + providerType;
        }
    }

    public UUID newId() {
        return TimeOrderedId.next();
    }

    public Optional<Row> find(UUID id) {
        return records.entities(manager ->
                Optional.ofNullable(manager.find(ProviderEntity.class, id)).map(ProviderStore::row));
    }

    /** @param user who does it */
    public void insert(Row row, long user) {
        ProviderEntity entity = new ProviderEntity();
        entity.id = row.id();
        entity.created = records.now();
        entity.createdBy = user == 0 ? null : user;
        fill(entity, row, user);
        records.insert(entity, manager -> plan(manager, row));
    }

    /** What the provider owns follows it to another organization in the same transaction. */
    public void update(Row row, long user) {
        records.change(ProviderEntity.class, row.id(), (manager, entity) -> {
            if (entity.organizationId != row.organization()) {
                give(manager, row);
            }
            boolean replanned = entity.enabled != row.enabled() || !entity.collectionSchedule.equals(row.schedule());
            fill(entity, row, user);
            if (replanned) {
                forget(manager, row.id());
                plan(manager, row);
            }
        });
    }

    private void plan(EntityManager manager, Row row) {
        if (row.enabled() && !row.schedule().isEmpty()) {
            Instant next = CollectionSchedule.of(row.schedule()).after(records.now(), row.id());
            manager.createNativeQuery(
                            "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                    + " VALUES ('collection-schedule', ?1, ?2, FALSE, 1)")
                    .setParameter(1, row.id().toString())
                    .setParameter(2, next)
                    .executeUpdate();
        }
    }

    private static void forget(EntityManager manager, UUID id) {
        manager.createNativeQuery(
                        "DELETE FROM scheduled_tasks WHERE task_name = 'collection-schedule' AND task_instance = ?1")
                .setParameter(1, id.toString())
                .executeUpdate();
    }

    private static void give(EntityManager manager, Row row) {
        for (String table : new String[] {"resource", "resource_drift", "change_batch"}) {
            manager.createNativeQuery("UPDATE " + table + " SET organization_id = ?1 WHERE provider_id = ?2")
                    .setParameter(1, row.organization())
                    .setParameter(2, row.id())
                    .executeUpdate();
        }
    }

    /** Deletes the provider with its runs and resources. Edges of others to them wait for another target. */
    public void delete(UUID id) {
        records.change(ProviderEntity.class, id, (manager, entity) -> {
            manager.createNativeQuery("SELECT id FROM edge_turn WHERE id = 1 FOR UPDATE")
                    .getResultList();
            manager.createNativeQuery("UPDATE resource_relationship SET target_id = NULL WHERE provider_id <> ?1"
                            + " AND target_id IN (SELECT id FROM resource WHERE provider_id = ?1)")
                    .setParameter(1, id)
                    .executeUpdate();
            forget(manager, id);
            manager.remove(entity);
        });
    }

    private void fill(ProviderEntity entity, Row row, long user) {
        entity.name = row.name();
        entity.infrastructure = row.infrastructure();
        entity.vendor = row.vendor();
        entity.providerType = row.providerType();
        entity.endpoint = row.endpoint();
        entity.credentialRef = row.credentialRef();
        entity.enabled = row.enabled();
        entity.connectionConfig = row.sealedConfig();
        entity.organizationId = row.organization();
        entity.collectionSchedule = row.schedule();
        entity.modified = records.now();
        entity.modifiedBy = user == 0 ? null : user;
    }

    private static Row row(ProviderEntity entity) {
        return new Row(
                entity.id,
                entity.name,
                entity.infrastructure,
                entity.vendor,
                entity.providerType,
                entity.endpoint,
                entity.credentialRef,
                entity.enabled,
                entity.connectionConfig,
                entity.organizationId,
                entity.collectionSchedule);
    }
}
