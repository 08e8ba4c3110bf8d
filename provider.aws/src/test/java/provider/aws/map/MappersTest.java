package provider.aws.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.LOAD_BALANCES;
import static inventory.api.taxonomy.RelationshipType.MANAGES;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** All but the instance, which has a test of its own. */
final class MappersTest {
    private static final Relation IN_VPC = new Relation("vpc-1", MEMBER_OF);
    private static final Relation BEHIND_GROUP = new Relation("sg-1", ATTACHED_TO);

    @Test
    void vpc() {
        ResourceData vpc = VpcMapper.map(Samples.vpc(), Samples.ORIGIN);
        assertEquals(List.of("vpc-1", "vpc", "main", "VPC", "active"), head(vpc));
        assertEquals(Map.of("vpc_id", "vpc-1", "account_id", "123456789012"), vpc.vendorIdentifiers());
        assertEquals(List.of("10.0.0.0/16", "10.1.0.0/16"), vpc.properties().get("cidr_blocks"));
        assertEquals(
                List.of("", "", "provisioning"),
                List.of(
                        VpcMapper.map(Vpc.builder().build(), Samples.ORIGIN).emsRef(),
                        VpcMapper.map(Vpc.builder().build(), Samples.ORIGIN).name(),
                        VpcMapper.map(Vpc.builder().state("pending").build(), Samples.ORIGIN)
                                .state()));
    }

    @Test
    void subnet() {
        ResourceData subnet = SubnetMapper.map(Samples.subnet().build(), Samples.ORIGIN);
        assertEquals(List.of("subnet-1", "subnet", "subnet-1", "Subnet", "active"), head(subnet));
        assertEquals(List.of(IN_VPC), subnet.relationships());
        assertEquals(Map.of("available_ip_addresses", 250), subnet.metrics());
        assertFalse(subnet.properties().toString().contains("250"), "free addresses are no change of the subnet");
    }

    @Test
    void securityGroup() {
        ResourceData group = SecurityGroupMapper.map(Samples.securityGroup(), Samples.ORIGIN);
        assertEquals(List.of("sg-1", "security_group", "web", "Security Group", "active"), head(group));
        assertEquals("web servers", group.description());
        assertEquals(Map.of("vpc_id", "vpc-1", "ingress_rule_count", 2, "egress_rule_count", 1), group.properties());
        assertEquals(List.of(IN_VPC), group.relationships());
    }

    @Test
    void volume() {
        ResourceData volume = VolumeMapper.map(Samples.volume().build(), Samples.ORIGIN);
        assertEquals(List.of("vol-1", "block_storage", "data", "EBS Volume", "active"), head(volume));
        assertEquals(Optional.of(20L), volume.diskGb());
        assertEquals(Map.of("size_gb", 20, "iops", 3000), volume.metrics());
        assertEquals("i-1", volume.properties().get("attached_instance"));
        assertEquals(
                List.of(
                        Map.of(
                                "instance_id",
                                "i-1",
                                "device",
                                "/dev/sdf",
                                "state",
                                "attached",
                                "delete_on_termination",
                                true),
                        Map.of("instance_id", "i-2", "device", "/dev/sdg", "state", "attaching")),
                volume.properties().get("attachments"));
        assertEquals(
                List.of(new Relation("i-1", ATTACHED_TO), new Relation("i-2", ATTACHED_TO)), volume.relationships());
        assertStates(
                Map.of(
                        "available", "active",
                        "creating", "provisioning",
                        "deleting", "decommissioned",
                        "error", "error",
                        "new", "unknown"),
                word -> VolumeMapper.map(Samples.volume().state(word).build(), Samples.ORIGIN));
    }

    @Test
    void bucket() {
        ResourceData bucket = BucketMapper.map(Samples.bucket(), Map.of("team", "blue"), Samples.ORIGIN.in("unknown"));
        assertEquals(List.of("arn:aws:s3:::reports", "object_storage", "reports", "S3 Bucket", "active"), head(bucket));
        assertEquals("unknown", bucket.region());
        assertEquals(Map.of("team", "blue"), bucket.providerTags());
        assertEquals(
                "arn:aws-cn:s3:::reports",
                BucketMapper.map(Samples.bucket(), Map.of(), new Origin("aws-cn", "1", "cn-north-1"))
                        .emsRef());
    }

    @Test
    void database() {
        ResourceData db = DatabaseMapper.map(Samples.database().build(), Samples.ORIGIN);
        assertEquals(List.of("arn:db", "relational_db", "orders", "RDS Instance", "running"), head(db));
        assertEquals(List.of("db.m5.large", "orders.example"), List.of(db.flavor(), db.fqdn()));
        assertEquals(Optional.of(100L), db.diskGb());
        assertEquals(5432, db.properties().get("port"));
        assertEquals(List.of(IN_VPC, BEHIND_GROUP), db.relationships());
        assertEquals(Map.of("allocated_storage_gb", 100), db.metrics());
        assertEquals(
                "orders",
                DatabaseMapper.map(Samples.database().dbInstanceArn(null).build(), Samples.ORIGIN)
                        .emsRef());
        assertStates(
                Map.of(
                        "backing-up", "running",
                        "maintenance", "running",
                        "stopping", "stopped",
                        "creating", "provisioning",
                        "failed", "error",
                        "storage-full", "error",
                        "deleting", "decommissioned",
                        "new-word", "unknown"),
                word -> DatabaseMapper.map(
                        Samples.database().dbInstanceStatus(word).build(), Samples.ORIGIN));
    }

    @Test
    void loadBalancer() {
        String function = "arn:aws:lambda:eu-west-1:123456789012:function:report";
        ResourceData balancer = LoadBalancerMapper.map(
                Samples.balancer().build(),
                Map.of("team", "red"),
                new LoadBalancerMapper.Backends(
                        List.of("arn:group"), List.of("i-1", "10.0.0.7", function + ":live", "i-1")),
                Samples.ORIGIN);
        assertEquals(List.of("arn:lb", "load_balancer", "front", "NETWORK Load Balancer", "active"), head(balancer));
        assertEquals(
                List.of(
                        IN_VPC,
                        BEHIND_GROUP,
                        new Relation("i-1", LOAD_BALANCES),
                        new Relation(function, LOAD_BALANCES)),
                balancer.relationships());
        assertEquals(Map.of("team", "red"), balancer.providerTags());
        assertEquals(List.of("arn:group"), balancer.properties().get("target_group_arns"));
    }

    @Test
    void function() {
        ResourceData function = FunctionMapper.map(Samples.function().build(), Map.of("team", "green"), Samples.ORIGIN);
        assertEquals(
                List.of(
                        "arn:aws:lambda:eu-west-1:123456789012:function:report",
                        "serverless_function",
                        "report",
                        "Lambda Function",
                        "active"),
                head(function));
        assertEquals(Optional.of(256L), function.memoryMb());
        assertEquals(List.of(IN_VPC, BEHIND_GROUP), function.relationships());
        ResourceData outside = FunctionMapper.map(
                Samples.function().vpcConfig(network -> network.vpcId("")).build(), Map.of(), Samples.ORIGIN);
        assertEquals(List.of(), outside.relationships());
        assertFalse(outside.properties().containsKey("vpc_id"));
    }

    @Test
    void cluster() {
        ResourceData cluster = ClusterMapper.map(Samples.cluster().build(), Samples.ORIGIN);
        assertEquals(
                List.of("arn:cluster", "container_orchestration_platform", "k0", "EKS Cluster", "active"),
                head(cluster));
        assertEquals(List.of(IN_VPC, BEHIND_GROUP), cluster.relationships());
        assertEquals(Map.of("team", "blue"), cluster.providerTags());
        assertStates(
                Map.of(
                        "CREATING", "provisioning",
                        "DELETING", "decommissioned",
                        "FAILED", "error",
                        "NEW", "unknown"),
                word -> ClusterMapper.map(Samples.cluster().status(word).build(), Samples.ORIGIN));
    }

    @Test
    void scalingGroup() {
        ResourceData group = ScalingGroupMapper.map(Samples.scalingGroup().build(), Samples.ORIGIN);
        assertEquals(List.of("arn:asg", "auto_scaling_group", "workers", "Auto Scaling Group", "active"), head(group));
        assertEquals(List.of(new Relation("i-1", MANAGES), new Relation("i-2", MANAGES)), group.relationships());
        assertEquals(Map.of("desired_capacity", 2, "current_instances", 2), group.metrics());
        assertEquals(List.of("subnet-1", "subnet-2"), group.properties().get("subnet_ids"));
        Map<String, String> template = Map.of("id", "lt-1", "name", "web", "version", "7");
        assertEquals(template, group.properties().get("launch_template"));
        ResourceData mixed = ScalingGroupMapper.map(
                Samples.scalingGroup()
                        .launchTemplate((LaunchTemplateSpecification) null)
                        .mixedInstancesPolicy(policy -> policy.launchTemplate(
                                one -> one.launchTemplateSpecification(spec -> spec.launchTemplateId("lt-1")
                                        .launchTemplateName("web")
                                        .version("7"))))
                        .build(),
                Samples.ORIGIN);
        assertEquals(template, mixed.properties().get("launch_template"));
    }

    private static List<String> head(ResourceData one) {
        return List.of(one.emsRef(), one.resourceTypeSlug(), one.name(), one.vendorType(), one.state());
    }

    private static void assertStates(Map<String, String> expected, Function<String, ResourceData> mapper) {
        expected.forEach((word, state) -> assertEquals(state, mapper.apply(word).state(), word));
    }
}
