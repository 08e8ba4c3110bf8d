package provider.aws.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.LOAD_BALANCES;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** Application, network or gateway load balancer → {@code load_balancer}. */
public final class LoadBalancerMapper {
    /** An alias or version after the name: the inventory holds the function, not its versions. */
    private static final Pattern QUALIFIED_FUNCTION =
            Pattern.compile("(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+):.+");

    private LoadBalancerMapper() {}

    /**
     * @param targets ids of instances, ARNs of functions and load balancers, addresses; the latter name no resource and are no edge
     * @param targetGroups ARNs
     */
    public record Backends(List<String> targetGroups, List<String> targets) {}

    public static ResourceData map(LoadBalancer balancer, Map<String, String> tags, Backends backends, Origin origin) {
        String type = balancer.typeAsString() == null ? "" : balancer.typeAsString();
        ResourceData.Builder resource = origin.describe(
                        balancer.loadBalancerArn(), "load_balancer", type.toUpperCase(Locale.ROOT) + " Load Balancer")
                .name(balancer.loadBalancerName())
                .vendorIdentifier("arn", balancer.loadBalancerArn())
                .vendorIdentifier("dns_name", balancer.dnsName())
                .state(state(balancer.state() == null ? "" : balancer.state().codeAsString()))
                .fqdn(balancer.dnsName())
                .emsCreatedOn(balancer.createdTime())
                .providerTags(tags)
                .property("type", balancer.typeAsString())
                .property("scheme", balancer.schemeAsString())
                .property("vpc_id", balancer.vpcId())
                .property("availability_zones", Origin.plain(balancer.availabilityZones(), AvailabilityZone::zoneName))
                .property("security_groups", List.copyOf(balancer.securityGroups()))
                .property("ip_address_type", balancer.ipAddressTypeAsString())
                .property("target_group_arns", backends.targetGroups())
                .relation(MEMBER_OF, balancer.vpcId());
        balancer.securityGroups().forEach(group -> resource.relation(ATTACHED_TO, group));
        for (String target : backends.targets()) {
            if (target.startsWith("i-") || target.startsWith("arn:")) {
                resource.relation(
                        LOAD_BALANCES, QUALIFIED_FUNCTION.matcher(target).replaceFirst("$1"));
            }
        }
        return resource.build();
    }

    private static ResourceState state(String status) {
        return switch (status == null ? "" : status) {
            case "active", "active_impaired" -> ResourceState.ACTIVE;
            case "provisioning" -> ResourceState.PROVISIONING;
            case "failed" -> ResourceState.ERROR;
            default -> ResourceState.UNKNOWN;
        };
    }
}
