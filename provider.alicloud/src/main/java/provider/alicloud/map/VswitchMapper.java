package provider.alicloud.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;

/** VSwitch → {@code subnet}. */
public final class VswitchMapper {
    private VswitchMapper() {}

    public static ResourceData map(JsonNode item, Origin origin) {
        Fields vswitch = new Fields(item);
        return origin.describe(vswitch.text("VSwitchId"), "subnet", "VSwitch")
                .name(vswitch.text("VSwitchName"))
                .description(vswitch.text("Description"))
                .vendorIdentifier("vswitch_id", vswitch.text("VSwitchId"))
                .state(VpcMapper.state(vswitch.text("Status")))
                .availabilityZone(vswitch.text("ZoneId"))
                .emsCreatedOn(vswitch.time("CreationTime"))
                .providerTags(vswitch.tags())
                .property("cidr_block", vswitch.text("CidrBlock"))
                .property("ipv6_cidr_block", vswitch.text("Ipv6CidrBlock"))
                .property("is_default", vswitch.flag("IsDefault"))
                .property("resource_group_id", vswitch.text("ResourceGroupId"))
                .property("vpc_id", vswitch.text("VpcId"))
                .relation(RelationshipType.MEMBER_OF, vswitch.text("VpcId"))
                .metric("available_ip_addresses", vswitch.number("AvailableIpAddressCount"))
                .build();
    }
}
