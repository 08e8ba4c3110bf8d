package provider.ovh.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An instance of the Public Cloud as a virtual machine. */
public final class InstanceMapper {
    public static final String TYPE = "virtual_machine";

    private InstanceMapper() {}

    public static ResourceData resource(JsonNode instance, ProjectFacts project) {
        String id = Fields.text(instance, "id");
        JsonNode flavor = known(project.flavors().get(Fields.text(instance, "flavorId")));
        JsonNode image = known(project.images().get(Fields.text(instance, "imageId")));
        ResourceData.Builder builder = project.resource(id, TYPE, Fields.text(instance, "region"))
                .name(Fields.text(instance, "name"))
                .canonicalId(id)
                .vendorType("Public Cloud Instance")
                .state(state(Fields.text(instance, "status")))
                .powerState(Fields.text(instance, "status"))
                .availabilityZone(Fields.text(instance, "availabilityZone"))
                .flavor(Fields.text(flavor, "name"))
                .cpuCount(Fields.integer(flavor, "vcpus"))
                .osName(Fields.text(image, "name"))
                .osType(Fields.text(image, "type"))
                .emsCreatedOn(Fields.time(instance, "created"))
                .property("monthly_billing", instance.path("monthlyBilling").isObject());
        size(builder, flavor);
        addresses(builder, instance.path("ipAddresses"));
        Fields.properties(builder, instance, "image_id", "imageId", "ssh_key_id", "sshKeyId", "plan_code", "planCode");
        return builder.build();
    }

    private static JsonNode known(JsonNode node) {
        return node == null ? MissingNode.getInstance() : node;
    }

    /** Memory is told in MB; some answers tell it in GB, of which no flavour has more than 1,024. */
    private static void size(ResourceData.Builder builder, JsonNode flavor) {
        long memory = flavor.path("ram").asLong(0);
        if (memory > 0) {
            builder.memoryMb(memory <= 1_024 ? memory << 10 : memory);
        }
        if (flavor.path("disk").isIntegralNumber()) {
            builder.diskGb(flavor.path("disk").longValue());
        }
    }

    /** Public before private, version 4 before 6. */
    private static void addresses(ResourceData.Builder builder, JsonNode addresses) {
        List<JsonNode> sorted = new ArrayList<>();
        addresses.forEach(sorted::add);
        sorted.sort(Comparator.comparing((JsonNode one) -> isPrivate(one))
                .thenComparing(one -> one.path("version").asInt(4))
                .thenComparing(one -> Fields.text(one, "ip")));
        for (JsonNode address : sorted) {
            builder.ipAddress(Fields.text(address, "ip"));
            if (isPrivate(address)) {
                builder.relation(RelationshipType.CONNECTED_TO, Fields.text(address, "networkId"));
            }
        }
    }

    private static boolean isPrivate(JsonNode address) {
        return Fields.text(address, "type").equals("private");
    }

    private static ResourceState state(String status) {
        return switch (status) {
            case "ACTIVE",
                    "HARD_REBOOT",
                    "MIGRATING",
                    "PASSWORD",
                    "REBOOT",
                    "RESCUE",
                    "RESCUED",
                    "RESCUING",
                    "RESIZE",
                    "RESIZED",
                    "REVERT_RESIZE",
                    "SNAPSHOTTING",
                    "UNRESCUING",
                    "VERIFY_RESIZE" -> ResourceState.RUNNING;
            case "BUILD", "BUILDING", "REBUILD", "RESUMING", "UNSHELVING" -> ResourceState.PROVISIONING;
            case "SHUTOFF", "STOPPED" -> ResourceState.STOPPED;
            case "PAUSED", "SHELVED", "SHELVED_OFFLOADED", "SHELVING", "SUSPENDED" -> ResourceState.SUSPENDED;
            case "DELETING" -> ResourceState.DECOMMISSIONED;
            case "DELETED", "SOFT_DELETED" -> ResourceState.TERMINATED;
            case "ERROR" -> ResourceState.ERROR;
            default -> ResourceState.UNKNOWN;
        };
    }
}
