package provider.aws.client;

import inventory.api.provider.ProviderException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Machines, disks and networks of a region. Every page has a size: AWS allows fewer calls to those who ask for everything at once. */
public final class Ec2Listing {
    private static final int PAGE = 1000;
    private static final int VOLUME_PAGE = 500;
    private static final int SMALLEST_PAGE = 5;
    private final RegionClient region;

    public Ec2Listing(RegionClient region) {
        this.region = region;
    }

    /** An instance with what the catalogue says about its type. */
    public record TypedInstance(Instance instance, Optional<InstanceTypeInfo> type) {}

    public void instances(Visitor<TypedInstance> visitor) throws ProviderException, InterruptedException {
        Ec2Client ec2 = region.ec2();
        region.calls()
                .pages(
                        region.call("ec2", "DescribeInstances"),
                        token -> ec2.describeInstances(q -> q.maxResults(PAGE).nextToken(token)),
                        DescribeInstancesResponse::nextToken,
                        page -> typed(page, visitor));
    }

    private void typed(DescribeInstancesResponse page, Visitor<TypedInstance> visitor)
            throws ProviderException, InterruptedException {
        List<Instance> instances = page.reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .toList();
        region.instanceTypes()
                .learn(instances.stream()
                        .map(Instance::instanceTypeAsString)
                        .filter(Objects::nonNull)
                        .toList());
        for (Instance instance : instances) {
            visitor.visit(new TypedInstance(instance, region.instanceTypes().find(instance.instanceTypeAsString())));
        }
    }

    public void vpcs(Visitor<Vpc> visitor) throws ProviderException, InterruptedException {
        Ec2Client ec2 = region.ec2();
        region.calls()
                .pages(
                        region.call("ec2", "DescribeVpcs"),
                        token -> ec2.describeVpcs(q -> q.maxResults(PAGE).nextToken(token)),
                        DescribeVpcsResponse::nextToken,
                        page -> Visitor.each(page.vpcs(), visitor));
    }

    public void subnets(Visitor<Subnet> visitor) throws ProviderException, InterruptedException {
        Ec2Client ec2 = region.ec2();
        region.calls()
                .pages(
                        region.call("ec2", "DescribeSubnets"),
                        token -> ec2.describeSubnets(q -> q.maxResults(PAGE).nextToken(token)),
                        DescribeSubnetsResponse::nextToken,
                        page -> Visitor.each(page.subnets(), visitor));
    }

    public void securityGroups(Visitor<SecurityGroup> visitor) throws ProviderException, InterruptedException {
        Ec2Client ec2 = region.ec2();
        region.calls()
                .pages(
                        region.call("ec2", "DescribeSecurityGroups"),
                        token -> ec2.describeSecurityGroups(
                                q -> q.maxResults(PAGE).nextToken(token)),
                        DescribeSecurityGroupsResponse::nextToken,
                        page -> Visitor.each(page.securityGroups(), visitor));
    }

    public void volumes(Visitor<Volume> visitor) throws ProviderException, InterruptedException {
        Ec2Client ec2 = region.ec2();
        region.calls()
                .pages(
                        region.call("ec2", "DescribeVolumes"),
                        token -> ec2.describeVolumes(
                                q -> q.maxResults(VOLUME_PAGE).nextToken(token)),
                        DescribeVolumesResponse::nextToken,
                        page -> Visitor.each(page.volumes(), visitor));
    }

    /** One small call that shows whether the region answers and lets us read. */
    public void probe() throws ProviderException, InterruptedException {
        region.calls()
                .one(
                        region.call("ec2", "DescribeVpcs"),
                        () -> region.ec2().describeVpcs(q -> q.maxResults(SMALLEST_PAGE)));
    }
}
