package provider.aws.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

/** EBS volume → {@code block_storage}. */
public final class VolumeMapper {
    private VolumeMapper() {}

    public static ResourceData map(Volume volume, Origin origin) {
        Map<String, String> tags = Origin.tags(volume.tags(), Tag::key, Tag::value);
        ResourceData.Builder resource = origin.describe(volume.volumeId(), "block_storage", "EBS Volume")
                .name(Origin.firstText(tags.get("Name"), volume.volumeId()))
                .vendorIdentifier("volume_id", volume.volumeId())
                .state(state(volume.stateAsString()))
                .availabilityZone(volume.availabilityZone())
                .diskGb(volume.size() == null ? null : volume.size().longValue())
                .emsCreatedOn(volume.createTime())
                .providerTags(tags)
                .property("volume_type", volume.volumeTypeAsString())
                .property("iops", volume.iops())
                .property("throughput_mbps", volume.throughput())
                .property("encrypted", volume.encrypted())
                .property("kms_key_id", volume.kmsKeyId())
                .property("snapshot_id", Origin.firstText(volume.snapshotId(), null))
                .property("multi_attach_enabled", volume.multiAttachEnabled())
                .property("attachments", Origin.plain(volume.attachments(), VolumeMapper::attachment))
                .metric("size_gb", volume.size())
                .metric("iops", volume.iops());
        volume.attachments().stream()
                .findFirst()
                .ifPresent(first -> resource.property("attached_instance", first.instanceId())
                        .property("device_name", first.device()));
        volume.attachments()
                .forEach(attachment -> resource.relation(RelationshipType.ATTACHED_TO, attachment.instanceId()));
        return resource.build();
    }

    private static Map<String, Object> attachment(VolumeAttachment attachment) {
        Map<String, Object> plain = new LinkedHashMap<>();
        put(plain, "instance_id", attachment.instanceId());
        put(plain, "device", attachment.device());
        put(plain, "state", attachment.stateAsString());
        put(plain, "delete_on_termination", attachment.deleteOnTermination());
        return plain;
    }

    private static void put(Map<String, Object> target, String key, Object value) {
        if (value != null) {
            target.put(key, value);
        }
    }

    private static ResourceState state(String status) {
        return switch (status == null ? "" : status) {
            case "available", "in-use" -> ResourceState.ACTIVE;
            case "creating" -> ResourceState.PROVISIONING;
            case "deleting", "deleted" -> ResourceState.DECOMMISSIONED;
            case "error" -> ResourceState.ERROR;
            default -> ResourceState.UNKNOWN;
        };
    }
}
