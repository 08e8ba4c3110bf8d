package provider.aws.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Security group → {@code security_group}. */
public final class SecurityGroupMapper {
    private SecurityGroupMapper() {}

    public static ResourceData map(SecurityGroup group, Origin origin) {
        return origin.describe(group.groupId(), "security_group", "Security Group")
                .name(group.groupName())
                .description(group.description())
                .vendorIdentifier("group_id", group.groupId())
                .state(ResourceState.ACTIVE)
                .providerTags(Origin.tags(group.tags(), Tag::key, Tag::value))
                .property("vpc_id", group.vpcId())
                .property("ingress_rule_count", group.ipPermissions().size())
                .property("egress_rule_count", group.ipPermissionsEgress().size())
                .relation(RelationshipType.MEMBER_OF, group.vpcId())
                .build();
    }
}
