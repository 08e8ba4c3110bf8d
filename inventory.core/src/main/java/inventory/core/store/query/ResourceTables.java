package inventory.core.store.query;

import inventory.api.query.Listings;
import inventory.api.resource.Drift;
import inventory.api.resource.Metric;
import inventory.api.resource.Relationship;
import inventory.api.resource.Resource;
import inventory.api.resource.Tag;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Resources and what hangs on them. */
final class ResourceTables {
    /** How often it was seen: see the comments of the schema. */
    private static final String SEEN_COUNT =
            "(r.seen_before + CASE WHEN r.deleted_at IS NULL THEN l.readings - r.first_reading + 1 ELSE 0 END)";

    private static final String LAST_SEEN =
            "(CASE WHEN r.deleted_at IS NULL AND l.readings >= r.first_reading THEN l.last_read_at ELSE r.seen_at END)";

    private ResourceTables() {}

    static List<Table<?>> all() {
        return List.of(resources(), relationships(), drift(), metrics(), tags());
    }

    private static Table<Resource> resources() {
        return Table.of(Listings.RESOURCES, "resource", "r")
                .join("p", "provider p ON p.id = r.provider_id")
                .join("t", "resource_type t ON t.id = r.resource_type_id")
                .join("c", "resource_category c ON c.id = t.category_id")
                .join("l", "lane l ON l.id = r.lane_id")
                .column("provider", "r.provider_id")
                .column("provider__name", "p.name")
                .column("provider__vendor", "p.vendor")
                .column("provider__provider_type", "p.provider_type")
                .column("resource_type", "r.resource_type_id")
                .column("resource_type_slug", "t.slug")
                .column("resource_type__category__slug", "c.slug")
                .column("organization", "r.organization_id")
                .column("ip_addresses", new Column.Texts("r.ip_addresses"))
                .column("mac_addresses", new Column.Texts("r.mac_addresses"))
                .column("properties", new Column.Members("r.properties"))
                .column("tags", new Column.Tags("r.provider_tags", "r.id"))
                .column("seen_count", SEEN_COUNT)
                .column("last_seen_at", LAST_SEEN)
                .column("deleted", new Column.Gone("r.deleted_at"))
                .optional(List.of("boot_time", "ems_created_on", "cpu_count", "memory_mb", "disk_gb", "deleted_at"))
                .scope(Scope.owner("r.organization_id"))
                .rows(
                        "r.*, p.name AS p_name, p.vendor AS p_vendor, t.slug AS t_slug, t.name AS t_name, c.name AS c_name, "
                                + SEEN_COUNT + " AS seen_count, " + LAST_SEEN + " AS last_seen_at",
                        ResourceTables::resource);
    }

    private static Resource resource(Row row) throws SQLException {
        Optional<Instant> deleted = row.optionalInstant("deleted_at");
        return new Resource(
                row.uuid("id"),
                row.uuid("resource_type_id"),
                row.text("t_slug"),
                row.text("c_name") + " → " + row.text("t_name"),
                row.uuid("provider_id"),
                row.text("p_name") + " (" + row.text("p_vendor") + ")",
                row.text("name"),
                row.text("description"),
                row.text("ems_ref"),
                row.text("canonical_id"),
                row.object("vendor_identifiers"),
                row.text("vendor_type"),
                row.text("state"),
                row.text("power_state"),
                row.optionalInstant("boot_time"),
                row.text("region"),
                row.text("availability_zone"),
                row.text("cloud_tenant"),
                row.text("flavor"),
                row.optionalInstant("ems_created_on"),
                row.optionalInteger("cpu_count"),
                row.optionalNumber("memory_mb"),
                row.optionalNumber("disk_gb"),
                row.texts("ip_addresses"),
                row.text("fqdn"),
                row.texts("mac_addresses"),
                row.text("os_type"),
                row.text("os_name"),
                row.object("properties"),
                row.object("provider_tags"),
                row.text("ansible_host"),
                row.text("ansible_connection"),
                row.text("inventory_group"),
                row.number("organization_id"),
                row.instant("first_discovered_at"),
                row.instant("last_seen_at"),
                row.number("seen_count"),
                deleted,
                deleted.isPresent());
    }

    private static Table<Relationship> relationships() {
        return Table.of(Listings.RELATIONSHIPS, "resource_relationship", "e")
                .join("a", "resource a ON a.id = e.source_id")
                .join("b", "resource b ON b.id = e.target_id")
                .column("source", "e.source_id")
                .column("target", "e.target_id")
                .column("source__provider", "a.provider_id")
                .always("b.deleted_at IS NULL")
                .scope(Scope.owner("a.organization_id", "b.organization_id"))
                .rows(
                        "e.*, a.name AS source_name, b.name AS target_name",
                        row -> new Relationship(
                                row.uuid("id"),
                                row.uuid("source_id"),
                                row.text("source_name"),
                                row.uuid("target_id"),
                                row.text("target_name"),
                                row.text("relationship_type"),
                                row.object("properties")));
    }

    private static Table<Drift> drift() {
        return Table.of(Listings.DRIFT, "resource_drift", "d")
                .join("r", "resource r ON r.id = d.resource_id")
                .join("t", "resource_type t ON t.id = r.resource_type_id")
                .join("p", "provider p ON p.id = d.provider_id")
                .join("u", "collection_run u ON u.id = d.run_id")
                .leftJoin("v", "collection_run v ON v.id = d.previous_run_id")
                .column("resource", "d.resource_id")
                .column("collection_run", "d.run_id")
                .column("resource__provider", "d.provider_id")
                .column("resource_type_slug", "t.slug")
                .scope(Scope.owner("d.organization_id"))
                .rows(
                        "d.*, r.name AS r_name, t.slug AS t_slug, p.name AS p_name, u.started_at AS run_started, "
                                + "v.started_at AS previous_started",
                        ResourceTables::drift);
    }

    private static Drift drift(Row row) throws SQLException {
        return new Drift(
                row.uuid("id"),
                row.uuid("resource_id"),
                row.text("r_name"),
                row.text("t_slug"),
                row.text("p_name"),
                row.uuid("run_id"),
                row.instant("run_started"),
                row.optionalUuid("previous_run_id"),
                row.optionalInstant("previous_started"),
                row.text("drift_type"),
                row.instant("detected_at"),
                row.object("changes"));
    }

    private static Table<Metric> metrics() {
        return Table.of(Listings.METRICS, "resource_metric", "m")
                .join("r", "resource r ON r.id = m.resource_id")
                .column("resource", "m.resource_id")
                .column("collection_run", "m.run_id")
                .column("timestamp", "m.sampled_at")
                .scope(Scope.owner("r.organization_id"))
                .rows(
                        "m.*",
                        row -> new Metric(
                                row.uuid("id"),
                                row.uuid("resource_id"),
                                row.uuid("run_id"),
                                row.instant("sampled_at"),
                                row.text("metric_type"),
                                row.real("value_float"),
                                row.text("unit")));
    }

    private static Table<Tag> tags() {
        return Table.of(Listings.TAGS, "tag", "g")
                .column("organization", "g.organization_id")
                .column("namespace", "g.tag_namespace")
                .column("key", "g.tag_key")
                .column("value", "g.tag_value")
                .column("resource", new Column.Many("resource_tag x", "x.tag_id = g.id", "x.resource_id"))
                .scope(Scope.owner("g.organization_id"))
                .rows(
                        "g.*",
                        row -> new Tag(
                                row.uuid("id"),
                                row.number("organization_id"),
                                row.text("tag_namespace"),
                                row.text("tag_key"),
                                row.text("tag_value")));
    }
}
