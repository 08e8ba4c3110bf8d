package provider.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VolumeType;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Builds an estate with each of the types in one region, by the same API it is read with. */
final class MotoEstate {
    static final int INSTANCES = 5;
    private static final String ROLE = "arn:aws:iam::123456789012:role/estate";
    private final URI endpoint;
    private final Region region;
    private String vpc;
    private List<String> subnets;
    private String group;
    private String image;
    private List<String> instances;

    MotoEstate(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = Region.of(region);
    }

    MotoEstate build(int clusters) throws IOException {
        machines();
        data();
        balancer();
        function();
        clusters(clusters);
        scalingGroup();
        return this;
    }

    /** From now on this machine cannot be terminated. */
    void protect(String instance) {
        try (Ec2Client ec2 = client(Ec2Client.builder())) {
            ec2.modifyInstanceAttribute(q -> q.instanceId(instance).disableApiTermination(on -> on.value(true)));
        }
    }

    String vpc() {
        return vpc;
    }

    String group() {
        return group;
    }

    List<String> instances() {
        return instances;
    }

    private void machines() {
        try (Ec2Client ec2 = client(Ec2Client.builder())) {
            vpc = ec2.createVpc(q -> q.cidrBlock("10.9.0.0/16")).vpc().vpcId();
            subnets = IntStream.range(0, 2)
                    .mapToObj(n -> ec2.createSubnet(q -> q.vpcId(vpc)
                                    .cidrBlock("10.9." + n + ".0/24")
                                    .availabilityZone(region.id() + (n == 0 ? "a" : "b")))
                            .subnet()
                            .subnetId())
                    .toList();
            group = ec2.createSecurityGroup(
                            q -> q.groupName("web").description("web servers").vpcId(vpc))
                    .groupId();
            image = ec2.registerImage(
                            q -> q.name("img").rootDeviceName("/dev/sda1").architecture("x86_64"))
                    .imageId();
            instances = ec2
                    .runInstances(q -> q.imageId(image)
                            .minCount(INSTANCES)
                            .maxCount(INSTANCES)
                            .instanceType(InstanceType.T3_MEDIUM)
                            .subnetId(subnets.get(0))
                            .securityGroupIds(group))
                    .instances()
                    .stream()
                    .map(Instance::instanceId)
                    .toList();
            ec2.createTags(q -> q.resources(instances.get(0))
                    .tags(Tag.builder().key("Name").value("web-1").build()));
            ec2.terminateInstances(q -> q.instanceIds(instances.get(INSTANCES - 1)));
            ec2.stopInstances(q -> q.instanceIds(instances.get(1)));
        }
    }

    private void data() {
        try (Ec2Client ec2 = client(Ec2Client.builder());
                S3Client s3 = client(S3Client.builder().forcePathStyle(true));
                RdsClient rds = client(RdsClient.builder())) {
            String volume = ec2.createVolume(
                            q -> q.availabilityZone(region.id() + "a").size(7).volumeType(VolumeType.GP3))
                    .volumeId();
            ec2.createTags(q -> q.resources(volume)
                    .tags(Tag.builder().key("Name").value("data").build()));
            ec2.attachVolume(
                    q -> q.volumeId(volume).instanceId(instances.get(0)).device("/dev/sdf"));
            s3.createBucket(q -> q.bucket("estate-" + region.id())
                    .createBucketConfiguration(c -> c.locationConstraint(region.id())));
            s3.putBucketTagging(q -> q.bucket("estate-" + region.id())
                    .tagging(t -> t.tagSet(software.amazon.awssdk.services.s3.model.Tag.builder()
                            .key("team")
                            .value("blue")
                            .build())));
            rds.createDBInstance(q -> q.dbInstanceIdentifier("orders")
                    .engine("postgres")
                    .dbInstanceClass("db.m5.large")
                    .allocatedStorage(20)
                    .masterUsername("u")
                    .masterUserPassword("password1"));
        }
    }

    private void balancer() {
        try (ElasticLoadBalancingV2Client elb = client(ElasticLoadBalancingV2Client.builder())) {
            String balancer = elb.createLoadBalancer(q -> q.name("front")
                            .subnets(subnets)
                            .securityGroups(group)
                            .tags(software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag.builder()
                                    .key("team")
                                    .value("red")
                                    .build()))
                    .loadBalancers()
                    .get(0)
                    .loadBalancerArn();
            String targets = elb.createTargetGroup(q ->
                            q.name("web").protocol("HTTP").port(80).vpcId(vpc).targetType(TargetTypeEnum.INSTANCE))
                    .targetGroups()
                    .get(0)
                    .targetGroupArn();
            elb.registerTargets(q -> q.targetGroupArn(targets)
                    .targets(TargetDescription.builder().id(instances.get(0)).build()));
            elb.createListener(q -> q.loadBalancerArn(balancer)
                    .protocol("HTTP")
                    .port(80)
                    .defaultActions(Action.builder()
                            .type("forward")
                            .targetGroupArn(targets)
                            .build()));
        }
    }

    private void function() throws IOException {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(code)) {
            zip.putNextEntry(new ZipEntry("f.py"));
            zip.write("def h(event, context): return 1\n".getBytes(StandardCharsets.UTF_8));
        }
        try (LambdaClient lambda = client(LambdaClient.builder())) {
            lambda.createFunction(q -> q.functionName("report")
                    .runtime("python3.12")
                    .role(ROLE)
                    .handler("f.h")
                    .tags(java.util.Map.of("team", "green"))
                    .code(c -> c.zipFile(SdkBytes.fromByteArray(code.toByteArray()))));
        }
    }

    private void clusters(int count) {
        try (EksClient eks = client(EksClient.builder())) {
            for (int n = 0; n < count; n++) {
                String name = "k" + n;
                eks.createCluster(q -> q.name(name).roleArn(ROLE).resourcesVpcConfig(c -> c.subnetIds(subnets)));
            }
        }
    }

    private void scalingGroup() {
        try (AutoScalingClient scaling = client(AutoScalingClient.builder())) {
            scaling.createLaunchConfiguration(
                    q -> q.launchConfigurationName("lc").imageId(image).instanceType("t3.micro"));
            scaling.createAutoScalingGroup(q -> q.autoScalingGroupName("workers")
                    .launchConfigurationName("lc")
                    .minSize(0)
                    .maxSize(2)
                    .desiredCapacity(1)
                    .vpcZoneIdentifier(subnets.get(0)));
        }
    }

    private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.region(region)
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }
}
