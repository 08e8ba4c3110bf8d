package provider.aws.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Subnet → {@code subnet}. */
public final class SubnetMapper {
    private SubnetMapper() {}

    public static ResourceData map(Subnet subnet, Origin origin) {
        Map<String, String> tags = Origin.tags(subnet.tags(), Tag::key, Tag::value);
        List<String> v6Blocks =
                Origin.plain(subnet.ipv6CidrBlockAssociationSet(), SubnetIpv6CidrBlockAssociation::ipv6CidrBlock);
        return origin.describe(subnet.subnetId(), "subnet", "Subnet")
                .name(Origin.firstText(tags.get("Name"), subnet.subnetId()))
                .vendorIdentifier("subnet_id", subnet.subnetId())
                .vendorIdentifier("arn", subnet.subnetArn())
                .state(state(subnet.stateAsString()))
                .availabilityZone(subnet.availabilityZone())
                .providerTags(tags)
                .property("cidr_block", subnet.cidrBlock())
                .property("ipv6_cidr_blocks", v6Blocks)
                .property("vpc_id", subnet.vpcId())
                .property("is_default", subnet.defaultForAz())
                .property("map_public_ip_on_launch", subnet.mapPublicIpOnLaunch())
                .relation(RelationshipType.MEMBER_OF, subnet.vpcId())
                .metric("available_ip_addresses", subnet.availableIpAddressCount())
                .build();
    }

    private static ResourceState state(String status) {
        return switch (status == null ? "" : status) {
            case "available" -> ResourceState.ACTIVE;
            case "pending" -> ResourceState.PROVISIONING;
            case "unavailable", "failed", "failed-insufficient-capacity" -> ResourceState.ERROR;
            default -> ResourceState.UNKNOWN;
        };
    }
}
