package provider.ovh.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;

/** A volume of the Public Cloud. */
public final class VolumeMapper {
    public static final String TYPE = "block_storage";

    private VolumeMapper() {}

    public static ResourceData resource(JsonNode volume, ProjectFacts project) {
        String id = Fields.text(volume, "id");
        String status = Fields.text(volume, "status");
        ResourceData.Builder builder = project.resource(id, TYPE, Fields.text(volume, "region"))
                .name(Fields.text(volume, "name"))
                .description(Fields.text(volume, "description"))
                .canonicalId(id)
                .vendorType("Public Cloud Volume")
                .state(state(status))
                .availabilityZone(Fields.text(volume, "availabilityZone"))
                .flavor(Fields.text(volume, "type"))
                .emsCreatedOn(Fields.time(volume, "creationDate"))
                .property("status", status);
        if (volume.path("size").isIntegralNumber()) {
            builder.diskGb(volume.path("size").longValue());
        }
        Fields.texts(volume.path("attachedTo"))
                .forEach(instance -> builder.relation(RelationshipType.ATTACHED_TO, instance));
        Fields.properties(builder, volume, "bootable", "bootable", "plan_code", "planCode");
        return builder.build();
    }

    private static ResourceState state(String status) {
        return switch (status) {
            case "available",
                    "in-use",
                    "attaching",
                    "awaiting-transfer",
                    "detaching",
                    "maintenance",
                    "backing-up",
                    "extending",
                    "reserved",
                    "retyping",
                    "snapshotting",
                    "uploading" -> ResourceState.ACTIVE;
            case "creating", "downloading", "restoring-backup" -> ResourceState.PROVISIONING;
            case "deleted", "deleting" -> ResourceState.DECOMMISSIONED;
            default -> status.startsWith("error") ? ResourceState.ERROR : ResourceState.UNKNOWN;
        };
    }
}
