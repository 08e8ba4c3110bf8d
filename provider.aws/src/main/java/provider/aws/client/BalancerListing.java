package provider.aws.client;

import inventory.api.provider.ProviderException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Load balancers of a region with their tags and with what stands behind them. */
public final class BalancerListing {
    private static final int PAGE = 400;
    private static final int TAGS_PER_CALL = 20;
    private static final String SERVICE = "elasticloadbalancing";
    private final RegionClient region;
    private final ElasticLoadBalancingV2Client client;

    public BalancerListing(RegionClient region) {
        this.region = region;
        client = region.loadBalancing();
    }

    /** @param targets ids, ARNs or addresses of the targets of all its groups */
    public record Balancer(
            LoadBalancer balancer, Map<String, String> tags, List<String> targetGroups, List<String> targets) {}

    /** Where there is no load balancer, target groups are not asked for. */
    public void loadBalancers(Visitor<Balancer> visitor) throws ProviderException, InterruptedException {
        List<LoadBalancer> balancers = new ArrayList<>();
        region.calls()
                .pages(
                        region.call(SERVICE, "DescribeLoadBalancers"),
                        token -> client.describeLoadBalancers(
                                q -> q.pageSize(PAGE).marker(token)),
                        DescribeLoadBalancersResponse::nextMarker,
                        page -> balancers.addAll(page.loadBalancers()));
        if (balancers.isEmpty()) {
            return;
        }
        Map<String, List<TargetGroup>> groups = groupsByBalancer();
        Map<String, List<String>> targets = new HashMap<>();
        for (int from = 0; from < balancers.size(); from += TAGS_PER_CALL) {
            List<LoadBalancer> chunk = balancers.subList(from, Math.min(from + TAGS_PER_CALL, balancers.size()));
            Map<String, Map<String, String>> tags = tags(chunk);
            for (LoadBalancer balancer : chunk) {
                String arn = balancer.loadBalancerArn();
                visitor.visit(
                        with(balancer, tags.getOrDefault(arn, Map.of()), groups.getOrDefault(arn, List.of()), targets));
            }
        }
    }

    private Balancer with(
            LoadBalancer balancer,
            Map<String, String> tags,
            List<TargetGroup> groups,
            Map<String, List<String>> targetsByGroup)
            throws ProviderException, InterruptedException {
        List<String> targets = new ArrayList<>();
        for (TargetGroup group : groups) {
            String arn = group.targetGroupArn();
            if (!targetsByGroup.containsKey(arn)) {
                targetsByGroup.put(arn, targets(arn));
            }
            targets.addAll(targetsByGroup.get(arn));
        }
        return new Balancer(
                balancer, tags, groups.stream().map(TargetGroup::targetGroupArn).toList(), targets);
    }

    private Map<String, List<TargetGroup>> groupsByBalancer() throws ProviderException, InterruptedException {
        Map<String, List<TargetGroup>> byBalancer = new HashMap<>();
        region.calls()
                .pagesIfAllowed(
                        region.call(SERVICE, "DescribeTargetGroups"),
                        token -> client.describeTargetGroups(
                                q -> q.pageSize(PAGE).marker(token)),
                        DescribeTargetGroupsResponse::nextMarker,
                        page -> page.targetGroups()
                                .forEach(group -> group.loadBalancerArns()
                                        .forEach(arn -> byBalancer
                                                .computeIfAbsent(arn, balancer -> new ArrayList<>())
                                                .add(group))));
        return byBalancer;
    }

    private List<String> targets(String groupArn) throws ProviderException, InterruptedException {
        return region
                .calls()
                .ifAllowed(
                        region.call(SERVICE, "DescribeTargetHealth"),
                        () -> client.describeTargetHealth(q -> q.targetGroupArn(groupArn)))
                .map(DescribeTargetHealthResponse::targetHealthDescriptions)
                .orElse(List.of())
                .stream()
                .filter(health -> health.target() != null && health.target().id() != null)
                .map(health -> health.target().id())
                .toList();
    }

    private Map<String, Map<String, String>> tags(List<LoadBalancer> balancers)
            throws ProviderException, InterruptedException {
        List<String> arns =
                balancers.stream().map(LoadBalancer::loadBalancerArn).toList();
        Map<String, Map<String, String>> byArn = new HashMap<>();
        for (TagDescription one : region.calls()
                .ifAllowed(region.call(SERVICE, "DescribeTags"), () -> client.describeTags(q -> q.resourceArns(arns)))
                .map(DescribeTagsResponse::tagDescriptions)
                .orElse(List.of())) {
            Map<String, String> tags = new LinkedHashMap<>();
            one.tags().forEach(tag -> tags.put(tag.key(), tag.value() == null ? "" : tag.value()));
            byArn.put(one.resourceArn(), tags);
        }
        return byArn;
    }
}
