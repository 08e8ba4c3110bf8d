package provider.alicloud;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.function.BiFunction;
import provider.alicloud.client.Listing;
import provider.alicloud.client.Listing.Paging;
import provider.alicloud.client.Product;
import provider.alicloud.map.DatabaseMapper;
import provider.alicloud.map.DiskMapper;
import provider.alicloud.map.InstanceMapper;
import provider.alicloud.map.LoadBalancerMapper;
import provider.alicloud.map.Origin;
import provider.alicloud.map.SecurityGroupMapper;
import provider.alicloud.map.VpcMapper;
import provider.alicloud.map.VswitchMapper;

/** What can be read in a region: which listing, by which mapper. */
record ResourceKind(String slug, Listing listing, BiFunction<JsonNode, Origin, ResourceData> mapper) {
    static final ResourceKind MACHINES = new ResourceKind(
            "virtual_machine",
            new Listing(Product.ECS, "DescribeInstances", "/Instances/Instance", "InstanceId", Paging.TOKEN),
            InstanceMapper::map);

    static final List<ResourceKind> ALL = List.of(
            new ResourceKind(
                    "vpc",
                    new Listing(Product.VPC, "DescribeVpcs", "/Vpcs/Vpc", "VpcId", Paging.NUMBER),
                    VpcMapper::map),
            new ResourceKind(
                    "subnet",
                    new Listing(Product.VPC, "DescribeVSwitches", "/VSwitches/VSwitch", "VSwitchId", Paging.NUMBER),
                    VswitchMapper::map),
            new ResourceKind(
                    "security_group",
                    new Listing(
                            Product.ECS,
                            "DescribeSecurityGroups",
                            "/SecurityGroups/SecurityGroup",
                            "SecurityGroupId",
                            Paging.TOKEN),
                    SecurityGroupMapper::map),
            MACHINES,
            new ResourceKind(
                    "block_storage",
                    new Listing(Product.ECS, "DescribeDisks", "/Disks/Disk", "DiskId", Paging.TOKEN),
                    DiskMapper::map),
            new ResourceKind(
                    "relational_db",
                    new Listing(Product.RDS, "DescribeDBInstances", "/Items/DBInstance", "DBInstanceId", Paging.TOKEN),
                    DatabaseMapper::map),
            new ResourceKind(
                    "load_balancer",
                    new Listing(
                            Product.SLB,
                            "DescribeLoadBalancers",
                            "/LoadBalancers/LoadBalancer",
                            "LoadBalancerId",
                            Paging.NUMBER),
                    LoadBalancerMapper::map));

    /** The kind with this slug, one of those that scopes are made of. */
    static ResourceKind of(String slug) {
        return ALL.stream()
                .filter(kind -> kind.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No scope of this plugin: " + slug));
    }
}
