package inventory.core.reconcile;

import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is compared of a resource: every observed field but the reference and the metrics. */
public final class Content {
    private Content() {}

    /** @return field → plain value, in the order of the columns; null where nothing is known */
    public static Map<String, Object> of(ResourceData data) {
        Map<String, Object> content = new LinkedHashMap<>(64);
        content.put("resource_type_slug", data.resourceTypeSlug());
        content.put("name", data.name());
        content.put("description", data.description());
        content.put("canonical_id", data.canonicalId());
        content.put("vendor_identifiers", data.vendorIdentifiers());
        content.put("vendor_type", data.vendorType());
        content.put("state", data.state());
        content.put("power_state", data.powerState());
        content.put("boot_time", spell(data.bootTime()));
        content.put("region", data.region());
        content.put("availability_zone", data.availabilityZone());
        content.put("cloud_tenant", data.cloudTenant());
        content.put("flavor", data.flavor());
        content.put("ems_created_on", spell(data.emsCreatedOn()));
        content.put("cpu_count", data.cpuCount().orElse(null));
        content.put("memory_mb", data.memoryMb().orElse(null));
        content.put("disk_gb", data.diskGb().orElse(null));
        content.put("ip_addresses", data.ipAddresses());
        content.put("fqdn", data.fqdn());
        content.put("mac_addresses", data.macAddresses());
        content.put("os_type", data.osType());
        content.put("os_name", data.osName());
        content.put("properties", data.properties());
        content.put("provider_tags", data.providerTags());
        content.put("ansible_host", data.ansibleHost());
        content.put("ansible_connection", data.ansibleConnection());
        content.put("inventory_group", data.inventoryGroup());
        content.put("relationships", relationships(data));
        return content;
    }

    /** Writes all fields, in canonical form, without their names. */
    static void write(ResourceData data, JsonText text) {
        text.string(data.emsRef());
        for (String value : new String[] {
            data.resourceTypeSlug(), data.name(), data.description(), data.canonicalId(), data.vendorType(),
            data.state(), data.powerState(), data.region(), data.availabilityZone(), data.cloudTenant(),
            data.flavor(), data.fqdn(), data.osType(), data.osName(), data.ansibleHost(),
            data.ansibleConnection(), data.inventoryGroup()
        }) {
            text.string(value);
        }
        text.value(data.vendorIdentifiers());
        text.value(data.providerTags());
        text.value(data.properties());
        text.value(data.ipAddresses());
        text.value(data.macAddresses());
        write(data.relationships(), text);
        time(data.bootTime(), text);
        time(data.emsCreatedOn(), text);
        text.value(data.cpuCount().orElse(null));
        text.out().put(',');
        text.value(data.memoryMb().orElse(null));
        text.out().put(',');
        text.value(data.diskGb().orElse(null));
    }

    private static void write(List<Relation> relations, JsonText text) {
        Relation[] sorted = relations.toArray(new Relation[0]);
        if (sorted.length > 1) {
            Arrays.sort(sorted);
        }
        Relation before = null;
        for (Relation relation : sorted) {
            if (!relation.equals(before)) {
                text.string(relation.target());
                text.string(relation.type().slug());
            }
            before = relation;
        }
        text.out().put(';');
    }

    /** To the microsecond, as databases keep it. */
    private static void time(Optional<Instant> time, JsonText text) {
        if (time.isPresent()) {
            Instant known = time.get();
            text.out().ascii(known.getEpochSecond() + "." + known.getNano() / 1000);
        }
        text.out().put(';');
    }

    private static String spell(Optional<Instant> time) {
        return time.map(known -> known.truncatedTo(ChronoUnit.MICROS).toString())
                .orElse(null);
    }

    /** @return as it is stored: each edge once, sorted */
    public static List<Map<String, String>> relationships(ResourceData data) {
        return data.relationships().stream()
                .distinct()
                .sorted()
                .map(relation -> Map.of(
                        "target", relation.target(), "type", relation.type().slug()))
                .toList();
    }
}
