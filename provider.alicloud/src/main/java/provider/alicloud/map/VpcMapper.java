package provider.alicloud.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.ArrayList;
import java.util.List;

/** VPC → {@code vpc}. */
public final class VpcMapper {
    private VpcMapper() {}

    public static ResourceData map(JsonNode item, Origin origin) {
        Fields vpc = new Fields(item);
        List<String> blocks = new ArrayList<>();
        if (vpc.text("CidrBlock") != null) {
            blocks.add(vpc.text("CidrBlock"));
        }
        blocks.addAll(vpc.texts("SecondaryCidrBlocks/SecondaryCidrBlock"));
        return origin.describe(vpc.text("VpcId"), "vpc", "VPC")
                .name(vpc.text("VpcName"))
                .description(vpc.text("Description"))
                .vendorIdentifier("vpc_id", vpc.text("VpcId"))
                .state(state(vpc.text("Status")))
                .emsCreatedOn(vpc.time("CreationTime"))
                .providerTags(vpc.tags())
                .property("cidr_block", vpc.text("CidrBlock"))
                .property("cidr_blocks", blocks)
                .property("is_default", vpc.flag("IsDefault"))
                .property("resource_group_id", vpc.text("ResourceGroupId"))
                .property("router_id", vpc.text("VRouterId"))
                .build();
    }

    static ResourceState state(String status) {
        return switch (Fields.first(status, "")) {
            case "Available" -> ResourceState.ACTIVE;
            case "Pending" -> ResourceState.PROVISIONING;
            default -> ResourceState.UNKNOWN;
        };
    }
}
