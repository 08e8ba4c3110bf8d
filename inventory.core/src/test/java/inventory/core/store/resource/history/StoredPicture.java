package inventory.core.store.resource.history;

import inventory.api.change.Change;
import inventory.api.change.ChangeFeed;
import inventory.api.identity.Caller;
import inventory.core.store.Json;
import inventory.core.store.feed.JdbcChangeFeed;
import inventory.core.store.resource.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Draws the picture of a provider from the tables, as those do who read them. */
final class StoredPicture {
    private static final String RESOURCES = """
            SELECT r.ems_ref, r.name, r.state, r.canonical_id, r.cpu_count, r.deleted_at, r.first_discovered_at, r.seen_at,
              r.seen_before, r.first_reading, l.readings, l.last_read_at, l.scope, t.slug,
              (SELECT COUNT(*) FROM resource_metric m WHERE m.resource_id = r.id) AS samples
            FROM resource r JOIN lane l ON l.id = r.lane_id JOIN resource_type t ON t.id = r.resource_type_id
            WHERE r.provider_id = ?""";
    private static final String SIGHTINGS = """
            SELECT r.ems_ref, s.run_id, r.state FROM resource r
            JOIN lane_reading s ON s.lane_id = r.lane_id AND s.reading_no >= r.first_reading
            WHERE r.provider_id = ? AND r.deleted_at IS NULL
            UNION ALL
            SELECT r.ems_ref, s.run_id, v.state FROM resource r JOIN resource_version v ON v.resource_id = r.id
            JOIN lane_reading s ON s.lane_id = v.lane_id AND s.reading_no BETWEEN v.first_reading AND v.last_reading
            WHERE r.provider_id = ?""";
    private static final String DRIFTS = """
            SELECT d.run_id, r.ems_ref, d.drift_type, d.changes FROM resource_drift d
            JOIN resource r ON r.id = d.resource_id WHERE d.provider_id = ?""";
    private static final String EDGES = """
            SELECT s.ems_ref, e.relationship_type, e.target_ref, p.name, t.ems_ref AS target
            FROM resource_relationship e JOIN resource s ON s.id = e.source_id
            LEFT JOIN resource t ON t.id = e.target_id LEFT JOIN provider p ON p.id = t.provider_id
            WHERE e.provider_id = ?""";
    private static final String NAMES =
            "SELECT r.id, p.name, r.ems_ref FROM resource r JOIN provider p ON p.id = r.provider_id";

    private final World world;
    private final Map<UUID, Integer> runs;
    private final ChangeFeed feed;
    private final String begin;

    /** @param runs id → number */
    StoredPicture(World world, Map<UUID, Integer> runs) {
        this.world = world;
        this.runs = runs;
        this.feed = new JdbcChangeFeed(world.database());
        this.begin = feed.end();
    }

    Picture of(UUID provider, boolean withEdges) {
        Map<String, String> resources = new TreeMap<>();
        world.rows(RESOURCES, provider).forEach(row -> resources.put(row.get("ems_ref"), describe(row)));
        List<String> sightings = world.rows(SIGHTINGS, provider, provider).stream()
                .map(row -> row.get("ems_ref") + " in " + run(row) + " " + row.get("state"))
                .toList();
        TreeSet<String> once = new TreeSet<>(sightings);
        if (once.size() < sightings.size()) {
            throw new AssertionError("a sighting stands twice: " + sightings);
        }
        List<String> drifts =
                world.rows(DRIFTS, provider).stream().map(this::drift).sorted().toList();
        TreeSet<String> edges = new TreeSet<>();
        if (withEdges) {
            world.rows(EDGES, provider).forEach(row -> edges.add(edge(row)));
        }
        return new Picture(resources, once, drifts, edges, feed());
    }

    private int run(Map<String, String> row) {
        return runs.get(UUID.fromString(row.get("run_id")));
    }

    private static String describe(Map<String, String> row) {
        boolean gone = row.get("deleted_at") != null;
        long open = Long.parseLong(row.get("readings")) - Long.parseLong(row.get("first_reading")) + 1;
        long seen = Long.parseLong(row.get("seen_before")) + (gone ? 0 : Math.max(0, open));
        String last = !gone && open > 0 ? row.get("last_read_at") : row.get("seen_at");
        return String.join(
                " | ",
                gone ? "gone" : "there",
                row.get("scope") + "/" + row.get("slug"),
                row.get("slug"),
                row.get("name"),
                row.get("state"),
                row.get("canonical_id"),
                row.get("cpu_count") == null ? "" : row.get("cpu_count"),
                "seen " + seen,
                "first " + instant(row.get("first_discovered_at")),
                "last " + instant(last),
                "samples " + row.get("samples"));
    }

    /** Both databases spell times alike, but for the zone's minutes. */
    private static Instant instant(String text) {
        String iso = text.replace(' ', 'T');
        return java.time.OffsetDateTime.parse(iso.matches(".*[+-]\\d\\d") ? iso + ":00" : iso)
                .toInstant();
    }

    private String drift(Map<String, String> row) {
        boolean modified = row.get("drift_type").equals("modified");
        String fields = modified
                ? Json.object(row.get("changes")).keySet().stream().sorted().collect(Collectors.joining(","))
                : "";
        return run(row) + " " + row.get("ems_ref") + " " + row.get("drift_type") + " " + fields;
    }

    private static String edge(Map<String, String> row) {
        String target = row.get("target") == null ? "?" : row.get("name") + "/" + row.get("target");
        return row.get("ems_ref") + " " + row.get("relationship_type") + " " + row.get("target_ref") + " = " + target;
    }

    private List<List<String>> feed() {
        Map<UUID, String> names = new HashMap<>();
        world.rows(NAMES)
                .forEach(row -> names.put(UUID.fromString(row.get("id")), row.get("name") + "/" + row.get("ems_ref")));
        Map<String, List<String>> batches = new LinkedHashMap<>();
        for (Change change : feed.read(Caller.SYSTEM, begin, 10_000)) {
            String position = change.cursor().replaceFirst("\\..*", "");
            batches.computeIfAbsent(position, unknown -> new ArrayList<>())
                    .add(change.kind() + " " + names.get(change.resource()));
        }
        return batches.values().stream()
                .map(batch -> batch.stream().sorted().toList())
                .toList();
    }
}
