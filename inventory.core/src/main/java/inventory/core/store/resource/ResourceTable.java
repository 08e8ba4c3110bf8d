package inventory.core.store.resource;

import inventory.api.resource.ResourceData;
import inventory.core.reconcile.Content;
import inventory.core.reconcile.Interval;
import inventory.core.reconcile.JsonText;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.store.dialect.BulkTable;
import inventory.core.store.dialect.BulkWriter;
import inventory.core.store.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes rows of {@code resource}. */
final class ResourceTable {
    static final Set<String> JSON = Set.of(
            "vendor_identifiers", "ip_addresses", "mac_addresses", "properties", "provider_tags", "relationships");

    /** The observed fields. */
    static final List<String> CONTENT = List.of(
            "name",
            "description",
            "canonical_id",
            "vendor_identifiers",
            "vendor_type",
            "state",
            "power_state",
            "boot_time",
            "region",
            "availability_zone",
            "cloud_tenant",
            "flavor",
            "ems_created_on",
            "cpu_count",
            "memory_mb",
            "disk_gb",
            "ip_addresses",
            "fqdn",
            "mac_addresses",
            "os_type",
            "os_name",
            "properties",
            "provider_tags",
            "ansible_host",
            "ansible_connection",
            "inventory_group",
            "relationships");

    private static final List<String> CHANGING = and(
            and(List.of("organization_id", "resource_type_id", "lane_id"), CONTENT),
            List.of(
                    "fingerprint_high",
                    "fingerprint_low",
                    "metrics_fingerprint",
                    "version",
                    "first_reading",
                    "began_at",
                    "seen_before",
                    "seen_at",
                    "deleted_at"));

    private static final BulkTable NEW = new BulkTable(
            "resource",
            and(CHANGING, List.of("provider_id", "ems_ref", "first_discovered_at", "batch_id", "id")),
            JSON);

    private static final BulkTable CHANGED = new BulkTable("resource", and(CHANGING, List.of("id")), JSON);

    private final Dialect dialect;
    private final RunReference run;

    ResourceTable(Dialect dialect, RunReference run) {
        this.dialect = dialect;
        this.run = run;
    }

    void insert(Connection connection, List<ResourceRow> rows, long batch) throws SQLException {
        try (BulkWriter writer = dialect.insert(connection, NEW)) {
            for (ResourceRow row : rows) {
                write(writer, row);
                writer.uuid(run.provider())
                        .text(row.observation().data().emsRef())
                        .time(row.interval().beganAt())
                        .bigint(batch)
                        .uuid(row.id())
                        .endRow();
            }
            writer.finish();
        }
    }

    void update(Connection connection, List<ResourceRow> rows) throws SQLException {
        try (BulkWriter writer = dialect.update(connection, CHANGED)) {
            for (ResourceRow row : rows) {
                write(writer, row);
                writer.uuid(row.id()).endRow();
            }
            writer.finish();
        }
    }

    private void write(BulkWriter writer, ResourceRow row) throws SQLException {
        writer.bigint(run.organization()).uuid(row.type()).bigint(row.lane());
        writeContent(writer, row.observation().data());
        Interval interval = row.interval();
        writer.bigint(row.observation().fingerprint().high())
                .bigint(row.observation().fingerprint().low())
                .bigint(row.metrics())
                .integer(interval.version())
                .bigint(interval.firstReading())
                .time(interval.beganAt())
                .bigint(interval.seenBefore())
                .time(interval.seenAt())
                .time(null);
    }

    private static void writeContent(BulkWriter writer, ResourceData data) throws SQLException {
        writer.text(data.name())
                .text(data.description())
                .text(data.canonicalId())
                .json(JsonText.stored(data.vendorIdentifiers()))
                .text(data.vendorType())
                .text(data.state())
                .text(data.powerState())
                .time(data.bootTime().orElse(null))
                .text(data.region())
                .text(data.availabilityZone())
                .text(data.cloudTenant())
                .text(data.flavor())
                .time(data.emsCreatedOn().orElse(null))
                .integer(data.cpuCount().orElse(null))
                .bigint(data.memoryMb().orElse(null))
                .bigint(data.diskGb().orElse(null))
                .json(JsonText.stored(data.ipAddresses()))
                .text(data.fqdn())
                .json(JsonText.stored(data.macAddresses()))
                .text(data.osType())
                .text(data.osName())
                .json(JsonText.stored(data.properties()))
                .json(JsonText.stored(data.providerTags()))
                .text(data.ansibleHost())
                .text(data.ansibleConnection())
                .text(data.inventoryGroup())
                .json(JsonText.stored(Content.relationships(data)));
    }

    private static List<String> and(List<String> columns, List<String> more) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(more);
        return List.copyOf(all);
    }
}
