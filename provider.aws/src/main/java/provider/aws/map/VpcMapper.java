package provider.aws.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

/** VPC → {@code vpc}. */
public final class VpcMapper {
    private VpcMapper() {}

    public static ResourceData map(Vpc vpc, Origin origin) {
        Map<String, String> tags = Origin.tags(vpc.tags(), Tag::key, Tag::value);
        List<String> blocks = Origin.plain(vpc.cidrBlockAssociationSet(), VpcCidrBlockAssociation::cidrBlock);
        List<String> v6Blocks =
                Origin.plain(vpc.ipv6CidrBlockAssociationSet(), VpcIpv6CidrBlockAssociation::ipv6CidrBlock);
        return origin.describe(vpc.vpcId(), "vpc", "VPC")
                .name(Origin.firstText(tags.get("Name"), vpc.vpcId()))
                .vendorIdentifier("vpc_id", vpc.vpcId())
                .state("available".equals(vpc.stateAsString()) ? ResourceState.ACTIVE : ResourceState.PROVISIONING)
                .providerTags(tags)
                .property("cidr_block", vpc.cidrBlock())
                .property("cidr_blocks", blocks)
                .property("ipv6_cidr_blocks", v6Blocks)
                .property("is_default", vpc.isDefault())
                .property("dhcp_options_id", vpc.dhcpOptionsId())
                .property("instance_tenancy", vpc.instanceTenancyAsString())
                .build();
    }
}
