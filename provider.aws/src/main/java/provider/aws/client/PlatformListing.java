package provider.aws.client;

import inventory.api.provider.ProviderException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.ListClustersResponse;
import software.amazon.awssdk.services.eks.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;

/** Databases, functions, clusters and scaling groups of a region. */
public final class PlatformListing {
    private static final int PAGE = 100;
    private static final int FUNCTION_PAGE = 50;
    private final RegionClient region;

    public PlatformListing(RegionClient region) {
        this.region = region;
    }

    public record TaggedFunction(FunctionConfiguration function, Map<String, String> tags) {}

    public void databases(Visitor<DBInstance> visitor) throws ProviderException, InterruptedException {
        RdsClient rds = region.rds();
        region.calls()
                .pages(
                        region.call("rds", "DescribeDBInstances"),
                        token -> rds.describeDBInstances(q -> q.maxRecords(PAGE).marker(token)),
                        DescribeDbInstancesResponse::marker,
                        page -> Visitor.each(page.dbInstances(), visitor));
    }

    public void scalingGroups(Visitor<AutoScalingGroup> visitor) throws ProviderException, InterruptedException {
        AutoScalingClient autoScaling = region.autoScaling();
        region.calls()
                .pages(
                        region.call("autoscaling", "DescribeAutoScalingGroups"),
                        token -> autoScaling.describeAutoScalingGroups(
                                q -> q.maxRecords(PAGE).nextToken(token)),
                        DescribeAutoScalingGroupsResponse::nextToken,
                        page -> Visitor.each(page.autoScalingGroups(), visitor));
    }

    public void functions(Visitor<TaggedFunction> visitor) throws ProviderException, InterruptedException {
        LambdaClient lambda = region.lambda();
        Call list = region.call("lambda", "ListFunctions");
        region.calls()
                .pages(
                        list,
                        token -> lambda.listFunctions(
                                q -> q.maxItems(FUNCTION_PAGE).marker(token)),
                        ListFunctionsResponse::nextMarker,
                        page -> {
                            Calls.requireList(page.hasFunctions(), list);
                            for (FunctionConfiguration function : page.functions()) {
                                visitor.visit(new TaggedFunction(function, tags(function)));
                            }
                        });
    }

    private Map<String, String> tags(FunctionConfiguration function) throws ProviderException, InterruptedException {
        return region.calls()
                .ifAllowed(region.call("lambda", "ListTags"), () -> tags(function.functionArn()))
                .map(ListTagsResponse::tags)
                .orElse(Map.of());
    }

    private ListTagsResponse tags(String functionArn) {
        try {
            return region.lambda().listTags(q -> q.resource(functionArn));
        } catch (software.amazon.awssdk.services.lambda.model.ResourceNotFoundException e) {
            return ListTagsResponse.builder().build();
        }
    }

    public void clusters(Visitor<Cluster> visitor) throws ProviderException, InterruptedException {
        EksClient eks = region.eks();
        Call list = region.call("eks", "ListClusters");
        region.calls()
                .pages(
                        list,
                        token -> eks.listClusters(q -> q.maxResults(PAGE).nextToken(token)),
                        ListClustersResponse::nextToken,
                        page -> {
                            Calls.requireList(page.hasClusters(), list);
                            for (String name : page.clusters()) {
                                Optional<Cluster> cluster = cluster(eks, name);
                                if (cluster.isPresent()) {
                                    visitor.visit(cluster.get());
                                }
                            }
                        });
    }

    /** Empty for one that was deleted since it was listed. */
    private Optional<Cluster> cluster(EksClient eks, String name) throws ProviderException, InterruptedException {
        return region.calls().one(region.call("eks", "DescribeCluster"), () -> {
            try {
                return Optional.ofNullable(
                        eks.describeCluster(q -> q.name(name)).cluster());
            } catch (ResourceNotFoundException e) {
                return Optional.empty();
            }
        });
    }
}
