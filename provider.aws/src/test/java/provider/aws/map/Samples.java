package provider.aws.map;

import inventory.api.resource.ResourceData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstancePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.s3.model.Bucket;

/** One of each, with everything that AWS may say about it. */
@SuppressWarnings("unchecked") // the builders of the SDK take generic varargs
public final class Samples {
    static final Origin ORIGIN = new Origin("aws", "123456789012", "eu-west-1");
    static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    private Samples() {}

    /** All of them, as they are observed. */
    public static Stream<ResourceData> all() {
        AutoScalingGroup plain = scalingGroup()
                .launchTemplate((software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification) null)
                .launchConfigurationName("lc")
                .build();
        return Stream.of(
                InstanceMapper.map(instance().build(), type(), ORIGIN).orElseThrow(),
                VpcMapper.map(vpc(), ORIGIN),
                SubnetMapper.map(subnet().build(), ORIGIN),
                SecurityGroupMapper.map(securityGroup(), ORIGIN),
                VolumeMapper.map(volume().build(), ORIGIN),
                BucketMapper.map(bucket(), Map.of("team", "blue"), ORIGIN),
                DatabaseMapper.map(database().build(), ORIGIN),
                LoadBalancerMapper.map(
                        balancer().build(),
                        Map.of(),
                        new LoadBalancerMapper.Backends(List.of("arn:group"), List.of()),
                        ORIGIN),
                FunctionMapper.map(function().build(), Map.of(), ORIGIN),
                ClusterMapper.map(cluster().build(), ORIGIN),
                ScalingGroupMapper.map(scalingGroup().build(), ORIGIN),
                ScalingGroupMapper.map(plain, ORIGIN));
    }

    static Instance.Builder instance() {
        return Instance.builder()
                .instanceId("i-1")
                .imageId("ami-1")
                .state(state -> state.name("running"))
                .instanceType("m5d.large")
                .launchTime(CREATED)
                .placement(place -> place.availabilityZone("eu-west-1a"))
                .cpuOptions(cpu -> cpu.coreCount(1).threadsPerCore(2))
                .privateIpAddress("10.0.0.1")
                .publicIpAddress("203.0.113.1")
                .privateDnsName("ip-10-0-0-1.internal")
                .networkInterfaces(nic(), secondNic())
                .securityGroups(group -> group.groupId("sg-1"), group -> group.groupId("sg-2"))
                .vpcId("vpc-1")
                .subnetId("subnet-1")
                .keyName("ops")
                .architecture("x86_64")
                .hypervisor("xen")
                .virtualizationType("hvm")
                .ebsOptimized(true)
                .enaSupport(true)
                .monitoring(monitoring -> monitoring.state("disabled"))
                .iamInstanceProfile(profile -> profile.arn("arn:profile"))
                .instanceLifecycle("spot")
                .platformDetails("Linux/UNIX")
                .tags(tag("Name", "web-1"), tag("team", "blue"));
    }

    private static InstanceNetworkInterface nic() {
        return InstanceNetworkInterface.builder()
                .macAddress("02:00:00:00:00:01")
                .privateIpAddress("10.0.0.1")
                .association(one -> one.publicIp("203.0.113.1"))
                .privateIpAddresses(
                        InstancePrivateIpAddress.builder()
                                .privateIpAddress("10.0.0.1")
                                .build(),
                        InstancePrivateIpAddress.builder()
                                .privateIpAddress("10.0.0.9")
                                .association(one -> one.publicIp("203.0.113.9"))
                                .build())
                .ipv6Addresses(address -> address.ipv6Address("2001:db8::1"))
                .build();
    }

    private static InstanceNetworkInterface secondNic() {
        return InstanceNetworkInterface.builder()
                .macAddress("02:00:00:00:00:02")
                .privateIpAddress("10.0.1.1")
                .build();
    }

    static InstanceTypeInfo type() {
        return InstanceTypeInfo.builder()
                .instanceType("m5d.large")
                .memoryInfo(memory -> memory.sizeInMiB(8192L))
                .vCpuInfo(cpu -> cpu.defaultVCpus(4))
                .instanceStorageInfo(storage -> storage.totalSizeInGB(75L))
                .build();
    }

    static Vpc vpc() {
        return Vpc.builder()
                .vpcId("vpc-1")
                .state("available")
                .cidrBlock("10.0.0.0/16")
                .cidrBlockAssociationSet(one -> one.cidrBlock("10.0.0.0/16"), one -> one.cidrBlock("10.1.0.0/16"))
                .ipv6CidrBlockAssociationSet(one -> one.ipv6CidrBlock("2001:db8::/56"))
                .isDefault(false)
                .dhcpOptionsId("dopt-1")
                .instanceTenancy("default")
                .tags(tag("Name", "main"))
                .build();
    }

    static Subnet.Builder subnet() {
        return Subnet.builder()
                .subnetId("subnet-1")
                .subnetArn("arn:subnet")
                .state("available")
                .availabilityZone("eu-west-1a")
                .cidrBlock("10.0.0.0/24")
                .ipv6CidrBlockAssociationSet(one -> one.ipv6CidrBlock("2001:db8::/64"))
                .vpcId("vpc-1")
                .defaultForAz(false)
                .mapPublicIpOnLaunch(true)
                .availableIpAddressCount(250);
    }

    static SecurityGroup securityGroup() {
        return SecurityGroup.builder()
                .groupId("sg-1")
                .groupName("web")
                .description("web servers")
                .vpcId("vpc-1")
                .ipPermissions(rule -> rule.fromPort(80), rule -> rule.fromPort(443))
                .ipPermissionsEgress(rule -> rule.ipProtocol("-1"))
                .tags(tag("team", "blue"))
                .build();
    }

    static Volume.Builder volume() {
        return Volume.builder()
                .volumeId("vol-1")
                .state("in-use")
                .size(20)
                .volumeType("io2")
                .iops(3000)
                .throughput(125)
                .encrypted(true)
                .kmsKeyId("arn:key")
                .snapshotId("snap-1")
                .multiAttachEnabled(true)
                .availabilityZone("eu-west-1a")
                .createTime(CREATED)
                .attachments(
                        one -> one.instanceId("i-1")
                                .device("/dev/sdf")
                                .state("attached")
                                .deleteOnTermination(true),
                        one -> one.instanceId("i-2").device("/dev/sdg").state("attaching"))
                .tags(tag("Name", "data"));
    }

    static Bucket bucket() {
        return Bucket.builder().name("reports").creationDate(CREATED).build();
    }

    static DBInstance.Builder database() {
        return DBInstance.builder()
                .dbInstanceIdentifier("orders")
                .dbInstanceArn("arn:db")
                .dbInstanceStatus("available")
                .dbInstanceClass("db.m5.large")
                .engine("postgres")
                .engineVersion("16.4")
                .allocatedStorage(100)
                .endpoint(endpoint -> endpoint.address("orders.example").port(5432))
                .availabilityZone("eu-west-1a")
                .instanceCreateTime(CREATED)
                .multiAZ(true)
                .storageType("gp3")
                .storageEncrypted(true)
                .publiclyAccessible(false)
                .backupRetentionPeriod(7)
                .dbSubnetGroup(group -> group.vpcId("vpc-1"))
                .vpcSecurityGroups(group -> group.vpcSecurityGroupId("sg-1"))
                .dbClusterIdentifier("cluster")
                .tagList(tag -> tag.key("team").value("blue"));
    }

    static LoadBalancer.Builder balancer() {
        return LoadBalancer.builder()
                .loadBalancerArn("arn:lb")
                .loadBalancerName("front")
                .dnsName("front.example")
                .type("network")
                .scheme("internal")
                .state(state -> state.code("active_impaired"))
                .vpcId("vpc-1")
                .availabilityZones(zone -> zone.zoneName("eu-west-1a"))
                .securityGroups("sg-1")
                .ipAddressType("dualstack")
                .createdTime(CREATED);
    }

    static FunctionConfiguration.Builder function() {
        return FunctionConfiguration.builder()
                .functionName("report")
                .functionArn("arn:aws:lambda:eu-west-1:123456789012:function:report")
                .description("writes reports")
                .runtime("python3.12")
                .handler("app.handler")
                .codeSize(2048L)
                .timeout(30)
                .memorySize(256)
                .architecturesWithStrings("arm64")
                .packageType("Zip")
                .role("arn:role")
                .lastModified("2026-01-02T03:04:05.000+0000")
                .vpcConfig(network -> network.vpcId("vpc-1").securityGroupIds("sg-1"));
    }

    static Cluster.Builder cluster() {
        return Cluster.builder()
                .name("k0")
                .arn("arn:cluster")
                .status("UPDATING")
                .version("1.33")
                .platformVersion("eks.5")
                .endpoint("https://k0.example")
                .roleArn("arn:role")
                .createdAt(CREATED)
                .tags(Map.of("team", "blue"))
                .resourcesVpcConfig(network -> network.vpcId("vpc-1")
                        .clusterSecurityGroupId("sg-1")
                        .endpointPublicAccess(false)
                        .endpointPrivateAccess(true));
    }

    static AutoScalingGroup.Builder scalingGroup() {
        return AutoScalingGroup.builder()
                .autoScalingGroupName("workers")
                .autoScalingGroupARN("arn:asg")
                .minSize(1)
                .maxSize(4)
                .desiredCapacity(2)
                .instances(one -> one.instanceId("i-1"), one -> one.instanceId("i-2"))
                .launchTemplate(template -> template.launchTemplateId("lt-1")
                        .launchTemplateName("web")
                        .version("7"))
                .healthCheckType("EC2")
                .availabilityZones("eu-west-1a")
                .vpcZoneIdentifier("subnet-1, subnet-2")
                .targetGroupARNs("arn:group")
                .createdTime(CREATED)
                .tags(TagDescription.builder().key("team").value("blue").build());
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
