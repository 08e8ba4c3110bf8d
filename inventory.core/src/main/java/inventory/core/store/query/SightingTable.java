package inventory.core.store.query;

import inventory.api.query.Field;
import inventory.api.query.Listings;
import inventory.api.resource.Sighting;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Sightings, derived: the intervals of resources, open and closed, times the readings of their lanes. */
final class SightingTable {
    private static final String READINGS = """
            (SELECT r.id AS resource_id, r.name AS resource_name, r.organization_id, g.run_id, g.read_at AS seen_at,
                    r.state, r.power_state, r.cpu_count, r.memory_mb, r.disk_gb
               FROM resource r
               JOIN lane_reading g ON g.lane_id = r.lane_id AND g.reading_no >= r.first_reading
              WHERE r.deleted_at IS NULL
             UNION ALL
             SELECT v.resource_id, r.name, r.organization_id, g.run_id, g.read_at,
                    v.state, v.power_state, v.cpu_count, v.memory_mb, v.disk_gb
               FROM resource_version v
               JOIN resource r ON r.id = v.resource_id
               JOIN lane_reading g ON g.lane_id = v.lane_id AND g.reading_no BETWEEN v.first_reading AND v.last_reading)""";

    /** Conditions that name no reading leave each interval whole, so its length will do. */
    private static final String COUNT = """
            SELECT COALESCE(SUM(s.seen), 0) AS n FROM
            (SELECT r.id AS resource_id, r.name AS resource_name, r.organization_id,
                    r.state, r.power_state, r.cpu_count, r.memory_mb, r.disk_gb, l.readings - r.first_reading + 1 AS seen
               FROM resource r JOIN lane l ON l.id = r.lane_id
              WHERE r.deleted_at IS NULL
             UNION ALL
             SELECT v.resource_id, r.name, r.organization_id,
                    v.state, v.power_state, v.cpu_count, v.memory_mb, v.disk_gb, v.last_reading - v.first_reading + 1
               FROM resource_version v
               JOIN resource r ON r.id = v.resource_id) s""";

    /** All sightings of one resource, in order of time. */
    static final String OF_RESOURCE =
            "SELECT s.* FROM " + READINGS + " s WHERE s.resource_id = ? ORDER BY s.seen_at, s.run_id";

    private static final String KEYS =
            "s.resource_id, s.resource_name, s.run_id, s.seen_at, s.state, s.power_state, s.cpu_count, s.memory_mb, s.disk_gb";

    /** What no two sightings share. */
    private static final String UNIQUE = "CAST(s.resource_id AS VARCHAR(36)) || CAST(s.run_id AS VARCHAR(36))";

    private SightingTable() {}

    static Table<Sighting> create() {
        return Table.of(Listings.SIGHTINGS, READINGS, "s")
                .column("id", new Column.SightingId("s.run_id", "s.resource_id"))
                .column("resource", "s.resource_id")
                .column("collection_run", "s.run_id")
                .optional(List.of("cpu_count", "memory_mb"))
                .order("id", UNIQUE, Field.Kind.TEXT)
                .scope(Scope.owner("s.organization_id"))
                .steps(KEYS, "")
                .count(COUNT, List.of("s.run_id", "s.seen_at"))
                .window(new Window("s.seen_at", Set.of("resource", "collection_run", "seen_at", "id")))
                .completion(Samples::complete)
                .rows("k.*", SightingTable::sighting);
    }

    static Sighting sighting(Row row) throws SQLException {
        UUID resource = row.uuid("resource_id");
        UUID run = row.uuid("run_id");
        return new Sighting(
                SightingIds.of(resource, run),
                resource,
                row.text("resource_name"),
                run,
                row.instant("seen_at"),
                row.text("state"),
                row.text("power_state"),
                row.optionalInteger("cpu_count"),
                row.optionalNumber("memory_mb"),
                row.optionalNumber("disk_gb"),
                Map.of());
    }
}
