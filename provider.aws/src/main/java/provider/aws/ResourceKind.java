package provider.aws;

import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.resource.ResourceData;
import java.util.Optional;
import provider.aws.client.BalancerListing;
import provider.aws.client.Ec2Listing;
import provider.aws.client.PlatformListing;
import provider.aws.client.S3Listing;
import provider.aws.map.BucketMapper;
import provider.aws.map.ClusterMapper;
import provider.aws.map.DatabaseMapper;
import provider.aws.map.FunctionMapper;
import provider.aws.map.InstanceMapper;
import provider.aws.map.LoadBalancerMapper;
import provider.aws.map.Origin;
import provider.aws.map.ScalingGroupMapper;
import provider.aws.map.SecurityGroupMapper;
import provider.aws.map.SubnetMapper;
import provider.aws.map.VolumeMapper;
import provider.aws.map.VpcMapper;

/** What can be read: which listing, by which mapper. */
enum ResourceKind {
    OBJECT_STORAGE("object_storage"),
    VPC("vpc"),
    SUBNET("subnet"),
    SECURITY_GROUP("security_group"),
    VIRTUAL_MACHINE("virtual_machine"),
    BLOCK_STORAGE("block_storage"),
    RELATIONAL_DB("relational_db"),
    LOAD_BALANCER("load_balancer"),
    SERVERLESS_FUNCTION("serverless_function"),
    CONTAINER_ORCHESTRATION_PLATFORM("container_orchestration_platform"),
    AUTO_SCALING_GROUP("auto_scaling_group");

    private final String slug;

    ResourceKind(String slug) {
        this.slug = slug;
    }

    /** The kind with this slug, one of those that scopes are made of. */
    static ResourceKind of(String slug) {
        for (ResourceKind kind : values()) {
            if (kind.slug.equals(slug)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No scope of this plugin: " + slug);
    }

    String slug() {
        return slug;
    }

    /** Whether one listing covers all regions. */
    boolean isGlobal() {
        return this == OBJECT_STORAGE;
    }

    void read(Reading at) throws ProviderException, InterruptedException {
        Origin from = at.origin();
        ResourceSink to = at.sink();
        switch (this) {
            case OBJECT_STORAGE -> buckets(at);
            case VPC -> new Ec2Listing(at.region()).vpcs(one -> to.accept(VpcMapper.map(one, from)));
            case SUBNET -> new Ec2Listing(at.region()).subnets(one -> to.accept(SubnetMapper.map(one, from)));
            case SECURITY_GROUP ->
                new Ec2Listing(at.region()).securityGroups(one -> to.accept(SecurityGroupMapper.map(one, from)));
            case VIRTUAL_MACHINE -> instances(at);
            case BLOCK_STORAGE -> new Ec2Listing(at.region()).volumes(one -> to.accept(VolumeMapper.map(one, from)));
            case RELATIONAL_DB ->
                new PlatformListing(at.region()).databases(one -> to.accept(DatabaseMapper.map(one, from)));
            case LOAD_BALANCER -> loadBalancers(at);
            case SERVERLESS_FUNCTION ->
                new PlatformListing(at.region())
                        .functions(one -> to.accept(FunctionMapper.map(one.function(), one.tags(), from)));
            case CONTAINER_ORCHESTRATION_PLATFORM ->
                new PlatformListing(at.region()).clusters(one -> to.accept(ClusterMapper.map(one, from)));
            case AUTO_SCALING_GROUP ->
                new PlatformListing(at.region()).scalingGroups(one -> to.accept(ScalingGroupMapper.map(one, from)));
        }
    }

    private static void buckets(Reading at) throws ProviderException, InterruptedException {
        new S3Listing(at.aws())
                .buckets(
                        at.regions()::contains,
                        one -> at.sink()
                                .accept(BucketMapper.map(
                                        one.bucket(), one.tags(), at.origin().in(one.region()))));
    }

    private static void instances(Reading at) throws ProviderException, InterruptedException {
        new Ec2Listing(at.region()).instances(one -> {
            Optional<ResourceData> machine =
                    InstanceMapper.map(one.instance(), one.type().orElse(null), at.origin());
            if (machine.isPresent()) {
                at.sink().accept(machine.get());
            }
        });
    }

    private static void loadBalancers(Reading at) throws ProviderException, InterruptedException {
        new BalancerListing(at.region())
                .loadBalancers(one -> at.sink()
                        .accept(LoadBalancerMapper.map(
                                one.balancer(),
                                one.tags(),
                                new LoadBalancerMapper.Backends(one.targetGroups(), one.targets()),
                                at.origin())));
    }
}
