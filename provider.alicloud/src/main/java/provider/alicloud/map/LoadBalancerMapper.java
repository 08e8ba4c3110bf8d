package provider.alicloud.map;

import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;

/** Classic load balancer → {@code load_balancer}. */
public final class LoadBalancerMapper {
    private LoadBalancerMapper() {}

    public static ResourceData map(JsonNode item, Origin origin) {
        Fields balancer = new Fields(item);
        return origin.describe(balancer.text("LoadBalancerId"), "load_balancer", "SLB Load Balancer")
                .name(balancer.text("LoadBalancerName"))
                .vendorIdentifier("load_balancer_id", balancer.text("LoadBalancerId"))
                .state(state(balancer.text("LoadBalancerStatus")))
                .availabilityZone(balancer.text("MasterZoneId"))
                .flavor(balancer.text("LoadBalancerSpec"))
                .ipAddress(balancer.text("Address"))
                .emsCreatedOn(balancer.time("CreateTime"))
                .providerTags(balancer.tags())
                .property("address_type", balancer.text("AddressType"))
                .property("bandwidth_mbps", balancer.number("Bandwidth"))
                .property("charge_type", balancer.text("PayType"))
                .property("delete_protection", balancer.text("DeleteProtection"))
                .property("internet_charge_type", balancer.text("InternetChargeType"))
                .property("network_type", balancer.text("NetworkType"))
                .property("resource_group_id", balancer.text("ResourceGroupId"))
                .property("slave_zone", balancer.text("SlaveZoneId"))
                .property("vpc_id", balancer.text("VpcId"))
                .property("vswitch_id", balancer.text("VSwitchId"))
                .relation(MEMBER_OF, balancer.text("VpcId"))
                .relation(MEMBER_OF, balancer.text("VSwitchId"))
                .build();
    }

    private static ResourceState state(String status) {
        return switch (Fields.first(status, "")) {
            case "active" -> ResourceState.ACTIVE;
            case "inactive" -> ResourceState.INACTIVE;
            case "locked" -> ResourceState.SUSPENDED;
            default -> ResourceState.UNKNOWN;
        };
    }
}
