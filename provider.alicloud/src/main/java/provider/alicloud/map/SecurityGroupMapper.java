package provider.alicloud.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;

/** Security group → {@code security_group}. */
public final class SecurityGroupMapper {
    private SecurityGroupMapper() {}

    public static ResourceData map(JsonNode item, Origin origin) {
        Fields group = new Fields(item);
        return origin.describe(group.text("SecurityGroupId"), "security_group", "Security Group")
                .name(group.text("SecurityGroupName"))
                .description(group.text("Description"))
                .vendorIdentifier("security_group_id", group.text("SecurityGroupId"))
                .state(ResourceState.ACTIVE)
                .emsCreatedOn(group.time("CreationTime"))
                .providerTags(group.tags())
                .property("resource_group_id", group.text("ResourceGroupId"))
                .property("service_managed", group.flag("ServiceManaged"))
                .property("type", group.text("SecurityGroupType"))
                .property("vpc_id", group.text("VpcId"))
                .relation(RelationshipType.MEMBER_OF, group.text("VpcId"))
                .build();
    }
}
