package provider.alicloud.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** ECS instance → {@code virtual_machine}. */
public final class InstanceMapper {
    private InstanceMapper() {}

    public static ResourceData map(JsonNode item, Origin origin) {
        Fields instance = new Fields(item);
        String status = instance.text("Status");
        Long cpus = instance.number("Cpu");
        Map<String, String> tags = instance.tags();
        ResourceData.Builder resource = origin.describe(instance.text("InstanceId"), "virtual_machine", "ECS Instance")
                .name(instance.text("InstanceName"))
                .description(instance.text("Description"))
                .vendorIdentifier("instance_id", instance.text("InstanceId"))
                .vendorIdentifier("serial_number", instance.text("SerialNumber"))
                .state(state(status))
                .powerState(status)
                .bootTime("Running".equals(status) ? instance.time("StartTime") : null)
                .emsCreatedOn(instance.time("CreationTime"))
                .availabilityZone(instance.text("ZoneId"))
                .flavor(instance.text("InstanceType"))
                .cpuCount(cpus == null ? null : cpus.intValue())
                .memoryMb(instance.number("Memory"))
                .providerTags(tags);
        addresses(instance, resource);
        operatingSystem(instance, tags, resource);
        properties(instance, resource);
        resource.relation(MEMBER_OF, instance.text("VpcAttributes/VpcId"))
                .relation(MEMBER_OF, instance.text("VpcAttributes/VSwitchId"));
        instance.texts("SecurityGroupIds/SecurityGroupId").forEach(group -> resource.relation(ATTACHED_TO, group));
        return resource.build();
    }

    /** What is stopping is told as what it becomes. */
    private static ResourceState state(String status) {
        return switch (Fields.first(status, "")) {
            case "Running" -> ResourceState.RUNNING;
            case "Stopped", "Stopping" -> ResourceState.STOPPED;
            case "Pending", "Starting" -> ResourceState.PROVISIONING;
            default -> ResourceState.UNKNOWN;
        };
    }

    /** The private address comes first, then the public ones, IPv6 last. */
    private static void addresses(Fields instance, ResourceData.Builder resource) {
        Set<String> addresses = new LinkedHashSet<>();
        addresses.addAll(instance.texts("VpcAttributes/PrivateIpAddress/IpAddress"));
        addresses.addAll(instance.texts("InnerIpAddress/IpAddress"));
        addresses.addAll(instance.texts("PublicIpAddress/IpAddress"));
        addresses.add(instance.text("EipAddress/IpAddress"));
        List<Fields> cards = instance.each("NetworkInterfaces/NetworkInterface");
        for (Fields card : cards) {
            resource.macAddress(card.text("MacAddress"));
            addresses.add(card.text("PrimaryIpAddress"));
            card.each("PrivateIpSets/PrivateIpSet").forEach(one -> addresses.add(one.text("PrivateIpAddress")));
        }
        for (Fields card : cards) {
            card.each("Ipv6Sets/Ipv6Set").forEach(one -> addresses.add(one.text("Ipv6Address")));
        }
        addresses.remove(null);
        resource.ipAddresses(addresses)
                .ansibleHost(addresses.stream().findFirst().orElse(""));
    }

    private static void operatingSystem(Fields instance, Map<String, String> tags, ResourceData.Builder resource) {
        String type = instance.text("OSType");
        resource.osType(type)
                .osName(Fields.first(instance.text("OSNameEn"), instance.text("OSName")))
                .ansibleConnection("windows".equals(type) ? "winrm" : "ssh")
                .inventoryGroup(Fields.first(tags.get("ansible_group"), type));
    }

    private static void properties(Fields instance, ResourceData.Builder resource) {
        List<String> locks = instance.each("OperationLocks/LockReason").stream()
                .map(lock -> Fields.first(lock.text("LockReason"), "unknown"))
                .toList();
        resource.property("charge_type", instance.text("InstanceChargeType"))
                .property("deletion_protection", instance.flag("DeletionProtection"))
                .property("expires_at", instance.text("ExpiredTime"))
                .property("gpu_count", instance.number("GPUAmount"))
                .property("gpu_type", instance.text("GPUSpec"))
                .property("host_name", instance.text("HostName"))
                .property("image_id", instance.text("ImageId"))
                .property("instance_type", instance.text("InstanceType"))
                .property("key_pair", instance.text("KeyPairName"))
                .property("network_type", instance.text("InstanceNetworkType"))
                .property("operation_locks", locks)
                .property("resource_group_id", instance.text("ResourceGroupId"))
                .property("security_groups", instance.texts("SecurityGroupIds/SecurityGroupId"))
                .property("spot_strategy", instance.text("SpotStrategy"))
                .property("stopped_mode", instance.text("StoppedMode"))
                .property("vpc_id", instance.text("VpcAttributes/VpcId"))
                .property("vswitch_id", instance.text("VpcAttributes/VSwitchId"));
    }
}
