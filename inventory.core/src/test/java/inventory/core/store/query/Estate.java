package inventory.core.store.query;

import inventory.core.store.Database;
import inventory.core.store.TimeOrderedId;
import inventory.core.taxonomy.Taxonomy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes rows by hand: what a test says, all else filled in. Its clock ticks a minute with each row that has a time. */
final class Estate {
    static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    private static final Set<String> JSON = Set.of(
            "vendor_identifiers",
            "ip_addresses",
            "mac_addresses",
            "properties",
            "provider_tags",
            "relationships",
            "content",
            "changes",
            "dimensions");

    private final Database database;
    private final Taxonomy taxonomy = new Taxonomy();
    private Instant now = BEGIN;

    Estate(Database database) {
        this.database = database;
    }

    long organization(long id, String name) {
        insert("organization", row("id", id, "name", name, "description", "", "created", tick(), "modified", now));
        return id;
    }

    long team(long id, long organization, String name) {
        insert(
                "team",
                row("id", id, "organization_id", organization, "name", name, "description", "about " + name)
                        .and("created", tick())
                        .and("modified", now));
        return id;
    }

    long user(long id, String name) {
        insert(
                "app_user",
                row("id", id, "username", name, "password_hash", "-", "first_name", "First", "last_name", "Last")
                        .and("email", name + "@example.com")
                        .and("is_active", true)
                        .and("is_superuser", false)
                        .and("is_platform_auditor", false)
                        .and("created", tick())
                        .and("modified", now));
        return id;
    }

    void member(long id, long user, Long organization, Long team) {
        Columns columns = row("id", id, "user_id", user, "created", tick());
        columns.and("role", team == null ? "organization_member" : "team_member");
        insert(
                "role_assignment",
                team == null ? columns.and("organization_id", organization) : columns.and("team_id", team));
    }

    UUID provider(long organization, String name) {
        UUID id = TimeOrderedId.next();
        insert(
                "provider",
                row("id", id, "name", name, "infrastructure", "public_cloud", "vendor", "aws", "provider_type", "aws")
                        .and("endpoint", "https://" + name)
                        .and("credential_ref", "")
                        .and("enabled", true)
                        .and("connection_config", "sealed " + name)
                        .and("organization_id", organization)
                        .and("created", tick())
                        .and("modified", now));
        return id;
    }

    UUID run(UUID provider, String status) {
        UUID id = TimeOrderedId.at(tick());
        insert(
                "collection_run",
                row("id", id, "provider_id", provider, "collection_type", "full", "status", status, "fence", 1L)
                        .and("started_at", now)
                        .and("completed_at", now.plusMillis(1500))
                        .and("task_uuid", "task-" + id)
                        .and("resources_found", 5L)
                        .and("resources_created", 1L)
                        .and("resources_updated", 1L)
                        .and("resources_removed", 0L)
                        .and("resources_unchanged", 3L)
                        .and("error_message", "")
                        .and("error_details", "{\"scopes\":[]}")
                        .and("result_traceback", "")
                        .and("target_resource_types", "[\"vpc\"]")
                        .and("confirm_removals", false)
                        .and("collector_version", "1")
                        .and("ansible_collection", "")
                        .and("job_id", "")
                        .and("progress", "{\"scopes_done\":2}"));
        return id;
    }

    UUID task(UUID provider, UUID resource, String status) {
        UUID id = TimeOrderedId.at(tick());
        Columns task = row("id", id, "provider_id", provider, "resource_id", resource, "status", status, "fence", 1L);
        task.and("resource_name", "of " + status).and("action", "reboot").and("parameters", "{\"mode\":\"soft\"}");
        task.and("sealed_secrets", "")
                .and("dry_run", false)
                .and("change_state", "none")
                .and("percent", 50);
        task.and("message", "Half way").and("failure_kind", "").and("details", "{\"job\":7}");
        task.and("log", "[{\"at\":\"2026-03-01T12:00:00Z\",\"percent\":50,\"message\":\"Half way\"}]");
        task.and("requested_by", "ann").and("request_id", "r-1").and("created", now);
        insert("action_task", task.and("started_at", now.plusMillis(5)).and("ended_at", now.plusSeconds(1)));
        return id;
    }

    void audited(UUID resource, String outcome) {
        Columns entry = row("id", TimeOrderedId.at(tick()), "occurred_at", now, "username", "ann", "outcome", outcome);
        entry.and("action", "action.end").and("object_type", "resource").and("object_id", resource.toString());
        entry.and("object_name", "web").and("organization_id", 1L).and("request_id", "");
        insert("audit_entry", entry.and("before_json", "{}").and("after_json", "{\"action\":\"reboot\"}"));
    }

    /** A lane that was read by these runs. */
    void lane(long id, UUID provider, String type, List<UUID> runs) {
        Columns lane = row("id", id, "provider_id", provider, "scope", "scope " + id, "resource_type_id", type(type));
        List<Columns> readings = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            readings.add(row("lane_id", id, "reading_no", i + 1L, "run_id", runs.get(i), "read_at", tick()));
        }
        insert("lane", lane.and("readings", (long) runs.size()).and("last_read_at", now));
        readings.forEach(reading -> insert("lane_reading", reading));
    }

    /** A resource seen at the first reading of its lane and ever since, unless the columns say otherwise. */
    UUID resource(UUID provider, long organization, long lane, Columns columns) {
        UUID id = TimeOrderedId.next();
        Columns all = row("id", id, "provider_id", provider, "organization_id", organization, "lane_id", lane)
                .and("resource_type_id", type("virtual_machine"))
                .and("ems_ref", "ref-" + id);
        for (String text : List.of(
                "name",
                "description",
                "canonical_id",
                "vendor_type",
                "power_state",
                "region",
                "availability_zone",
                "cloud_tenant",
                "flavor",
                "fqdn",
                "os_type",
                "os_name",
                "ansible_host",
                "ansible_connection",
                "inventory_group")) {
            all.and(text, "");
        }
        all.and("state", "running").and("vendor_identifiers", "{}").and("ip_addresses", "[]");
        all.and("mac_addresses", "[]").and("properties", "{}").and("provider_tags", "{}");
        all.and("relationships", "[]").and("fingerprint_high", 1L).and("fingerprint_low", 1L);
        all.and("metrics_fingerprint", 0L).and("version", 1).and("first_reading", 1L);
        all.and("began_at", tick()).and("seen_before", 0L).and("seen_at", now).and("first_discovered_at", now);
        all.and("batch_id", 1L);
        all.columns.putAll(columns.columns);
        insert("resource", all);
        return id;
    }

    /** A closed interval. */
    void version(UUID resource, int version, long lane, long firstReading, long lastReading, String state) {
        insert(
                "resource_version",
                row("resource_id", resource, "version", version, "lane_id", lane, "first_reading", firstReading)
                        .and("last_reading", lastReading)
                        .and("began_at", tick())
                        .and("ended_at", now)
                        .and("state", state)
                        .and("power_state", "")
                        .and("cpu_count", 1)
                        .and("memory_mb", 512L)
                        .and("content", "{}"));
    }

    UUID edge(UUID provider, UUID source, UUID target, String type) {
        UUID id = TimeOrderedId.next();
        Columns edge = row("id", id, "provider_id", provider, "source_id", source, "relationship_type", type);
        edge.and("target_ref", "to " + target).and("properties", "{\"port\":80}");
        insert("resource_relationship", target == null ? edge : edge.and("target_id", target));
        return id;
    }

    UUID drift(UUID resource, UUID provider, long organization, UUID run, String type) {
        UUID id = TimeOrderedId.next();
        insert(
                "resource_drift",
                row("id", id, "resource_id", resource, "provider_id", provider, "organization_id", organization)
                        .and("run_id", run)
                        .and("drift_type", type)
                        .and("detected_at", tick())
                        .and("changes", "{\"state\":{\"from\":\"running\",\"to\":\"stopped\"}}")
                        .and("batch_id", 1L));
        return id;
    }

    UUID metric(UUID resource, UUID run, Instant at, String type, double value) {
        UUID id = TimeOrderedId.next();
        insert(
                "resource_metric",
                row("id", id, "resource_id", resource, "run_id", run, "sampled_at", at, "metric_type", type)
                        .and("value_float", value)
                        .and("unit", "percent")
                        .and("dimensions", "{}"));
        return id;
    }

    UUID tag(long organization, String namespace, String key, String value, UUID... resources) {
        UUID id = TimeOrderedId.next();
        insert(
                "tag",
                row("id", id, "organization_id", organization, "tag_namespace", namespace, "tag_key", key)
                        .and("tag_value", value));
        for (UUID resource : resources) {
            insert("resource_tag", row("tag_id", id, "resource_id", resource));
        }
        return id;
    }

    UUID type(String slug) {
        return taxonomy.typeId(slug).orElseThrow();
    }

    /** The columns of a row, by name and value in turn. */
    static Columns row(Object... namesAndValues) {
        Columns columns = new Columns();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.and((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return columns;
    }

    static final class Columns {
        private final Map<String, Object> columns = new LinkedHashMap<>();

        Columns and(String name, Object value) {
            columns.put(name, value);
            return this;
        }
    }

    private Instant tick() {
        now = now.plusSeconds(60);
        return now;
    }

    private void insert(String table, Columns columns) {
        List<String> names = List.copyOf(columns.columns.keySet());
        String markers = names.stream()
                .map(name -> JSON.contains(name) ? database.dialect().jsonParameter() : "?")
                .collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + markers + ")";
        database.write(connection -> execute(connection, sql, columns));
    }

    private static int execute(Connection connection, String sql, Columns columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int i = 1;
            for (Object value : columns.columns.values()) {
                statement.setObject(i++, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
            return statement.executeUpdate();
        }
    }
}
