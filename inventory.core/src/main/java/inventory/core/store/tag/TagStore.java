package inventory.core.store.tag;

import inventory.core.store.Database;
import inventory.core.store.Records;
import inventory.core.store.TakenException;
import inventory.core.store.TimeOrderedId;
import inventory.core.store.entity.TagEntity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes tags, and which resources carry them. */
@Component(service = TagStore.class)
public final class TagStore {
    private final Records records;
    private final Database database;

    @Activate
    public TagStore(@Reference Records records, @Reference Database database) {
        this.records = records;
        this.database = database;
    }

    /** @throws TakenException the organization has this tag already */
    public UUID insert(long organization, String namespace, String key, String value) {
        TagEntity entity = new TagEntity();
        entity.id = TimeOrderedId.next();
        entity.organizationId = organization;
        entity.tagNamespace = namespace;
        entity.tagKey = key;
        entity.tagValue = value;
        return records.insert(entity).id;
    }

    public void delete(UUID id) {
        records.delete(TagEntity.class, id);
    }

    /** @return those of the resources that are not the organization's, or are not at all */
    public List<UUID> notOf(long organization, List<UUID> resources) {
        Set<UUID> strangers = new LinkedHashSet<>(resources);
        database.read(connection -> strangers.removeAll(owned(connection, organization, resources)));
        return List.copyOf(strangers);
    }

    private static Set<UUID> owned(Connection connection, long organization, List<UUID> resources) throws SQLException {
        Set<UUID> owned = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM resource WHERE organization_id = ? AND id = ANY (?)")) {
            statement.setLong(1, organization);
            statement.setArray(2, connection.createArrayOf("uuid", resources.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    owned.add(row.getObject(1, UUID.class));
                }
            }
        }
        return owned;
    }

    /** Resources that carry the tag already stay as they are. */
    public void assign(UUID tag, List<UUID> resources) {
        each(tag, resources, """
                INSERT INTO resource_tag (tag_id, resource_id)
                SELECT t.id, r.id FROM tag t, resource r
                 WHERE t.id = ? AND r.id = ?
                   AND NOT EXISTS (SELECT 1 FROM resource_tag x WHERE x.tag_id = t.id AND x.resource_id = r.id)""");
    }

    public void unassign(UUID tag, List<UUID> resources) {
        each(tag, resources, "DELETE FROM resource_tag WHERE tag_id = ? AND resource_id = ?");
    }

    private void each(UUID tag, List<UUID> resources, String sql) {
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (UUID resource : new ArrayList<>(new LinkedHashSet<>(resources))) {
                    statement.setObject(1, tag);
                    statement.setObject(2, resource);
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
    }
}
