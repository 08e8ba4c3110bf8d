package inventory.core.store.resource;

import inventory.core.reconcile.Interval;
import inventory.core.store.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Fetches stored resources with their content. */
final class StoredResources {
    private static final List<String> FIELDS = ResourceTable.CONTENT;
    private static final Set<String> NUMBERS = Set.of("cpu_count", "memory_mb", "disk_gb");
    private static final Set<String> TIMES = Set.of("boot_time", "ems_created_on");
    private static final int FIRST_FIELD = 11;

    private static final String SELECT = "SELECT id, resource_type_id, lane_id, deleted_at, version, first_reading,"
            + " began_at, seen_before, seen_at, metrics_fingerprint, " + String.join(", ", FIELDS)
            + " FROM resource WHERE id = ANY(?)";

    private StoredResources() {}

    /** @param types id → slug */
    static Map<UUID, StoredResource> fetch(Connection connection, Collection<UUID> ids, Map<UUID, String> types)
            throws SQLException {
        Map<UUID, StoredResource> found = new HashMap<>();
        try (PreparedStatement select = Jdbc.prepare(connection, SELECT, Jdbc.uuids(connection, ids));
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                Map<String, Object> content = new LinkedHashMap<>(64);
                content.put("resource_type_slug", types.get(rows.getObject(2, UUID.class)));
                for (int i = 0; i < FIELDS.size(); i++) {
                    content.put(FIELDS.get(i), value(rows, FIRST_FIELD + i, FIELDS.get(i)));
                }
                boolean gone = Jdbc.time(rows, 4) != null;
                found.put(id, new StoredResource(id, rows.getLong(3), gone, rows.getLong(10), interval(rows), content));
            }
        }
        return found;
    }

    private static Interval interval(ResultSet rows) throws SQLException {
        return new Interval(rows.getInt(5), rows.getLong(6), Jdbc.time(rows, 7), rows.getLong(8), Jdbc.time(rows, 9));
    }

    private static Object value(ResultSet rows, int column, String field) throws SQLException {
        if (ResourceTable.JSON.contains(field)) {
            return Json.value(rows.getString(column));
        }
        if (TIMES.contains(field)) {
            return rows.getObject(column) == null
                    ? null
                    : Jdbc.time(rows, column).toString();
        }
        if (NUMBERS.contains(field)) {
            return rows.getObject(column);
        }
        return rows.getString(column);
    }
}
