package provider.alicloud.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;
import java.util.LinkedHashSet;
import java.util.Set;

/** ECS disk → {@code block_storage}. */
public final class DiskMapper {
    private DiskMapper() {}

    public static ResourceData map(JsonNode item, Origin origin) {
        Fields disk = new Fields(item);
        Set<String> machines = new LinkedHashSet<>();
        machines.add(disk.text("InstanceId"));
        disk.each("Attachments/Attachment").forEach(one -> machines.add(one.text("InstanceId")));
        machines.remove(null);
        ResourceData.Builder resource = origin.describe(disk.text("DiskId"), "block_storage", "ECS Disk")
                .name(disk.text("DiskName"))
                .description(disk.text("Description"))
                .vendorIdentifier("disk_id", disk.text("DiskId"))
                .vendorIdentifier("serial_number", disk.text("SerialNumber"))
                .state(state(disk.text("Status")))
                .availabilityZone(disk.text("ZoneId"))
                .flavor(disk.text("Category"))
                .diskGb(disk.number("Size"))
                .emsCreatedOn(disk.time("CreationTime"))
                .providerTags(disk.tags())
                .property("attached_instances", machines.stream().toList())
                .property("category", disk.text("Category"))
                .property("charge_type", disk.text("DiskChargeType"))
                .property("delete_with_instance", disk.flag("DeleteWithInstance"))
                .property("device_name", disk.text("Device"))
                .property("encrypted", disk.flag("Encrypted"))
                .property("expires_at", disk.text("ExpiredTime"))
                .property("iops", disk.number("IOPS"))
                .property("kms_key_id", disk.text("KMSKeyId"))
                .property("performance_level", disk.text("PerformanceLevel"))
                .property("resource_group_id", disk.text("ResourceGroupId"))
                .property("snapshot_id", disk.text("SourceSnapshotId"))
                .property("usage", disk.text("Type"));
        machines.forEach(machine -> resource.relation(RelationshipType.ATTACHED_TO, machine));
        return resource.build();
    }

    private static ResourceState state(String status) {
        return switch (Fields.first(status, "")) {
            case "In_use", "Available", "Attaching", "Detaching" -> ResourceState.ACTIVE;
            case "Creating", "ReIniting" -> ResourceState.PROVISIONING;
            default -> ResourceState.UNKNOWN;
        };
    }
}
