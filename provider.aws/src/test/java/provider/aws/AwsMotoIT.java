package provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against moto: what it simulates is read back with all eleven types, in exactly as many calls as it must take. */
final class AwsMotoIT {
    private static final String REGION = "eu-west-1";
    private static final String ACCOUNT = "123456789012";
    private static final int CLUSTERS = 102;
    private static MotoServer moto;
    private static MotoEstate estate;

    @BeforeAll
    static void start() throws Exception {
        moto = MotoServer.orSkip();
        moto.createRole("estate");
        estate = new MotoEstate(moto.uri(), REGION).build(CLUSTERS);
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void everyTypeIsRead() throws Exception {
        List<ResourceData> all = read(context(List.of(REGION)));
        Map<String, Long> counts = all.stream()
                .collect(Collectors.groupingBy(ResourceData::resourceTypeSlug, TreeMap::new, Collectors.counting()));
        // moto comes with a default VPC of three subnets, and each VPC with a default group; the scaling group starts
        // one machine,
        // and each machine comes with its disk.
        assertEquals(
                Map.ofEntries(
                        Map.entry("auto_scaling_group", 1L),
                        Map.entry("block_storage", 6L),
                        Map.entry("container_orchestration_platform", (long) CLUSTERS),
                        Map.entry("load_balancer", 1L),
                        Map.entry("object_storage", 1L),
                        Map.entry("relational_db", 1L),
                        Map.entry("security_group", 3L),
                        Map.entry("serverless_function", 1L),
                        Map.entry("subnet", 5L),
                        Map.entry("virtual_machine", 5L),
                        Map.entry("vpc", 2L)),
                counts);
        assertEquals(ACCOUNT, only(all, "relational_db").cloudTenant());
    }

    /** What the figures of the estate demand, and nothing on top; a region without load balancers is not asked for target groups. */
    @Test
    void noCallIsMadeTwice() throws Exception {
        FakeProviderContext context = context(List.of(REGION, "eu-west-2"));
        read(context);
        Map<String, Long> calls = context.limits().stream()
                .collect(Collectors.groupingBy(RateLimit::key, TreeMap::new, Collectors.counting()));
        String here = "aws/" + ACCOUNT + "/" + REGION + "/";
        String there = "aws/" + ACCOUNT + "/eu-west-2/";
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("aws/unidentified/us-east-1/sts", 1L),
                        Map.entry("aws/" + ACCOUNT + "/us-east-1/s3", 2L),
                        Map.entry(here + "s3", 1L),
                        Map.entry(here + "ec2", 6L),
                        Map.entry(here + "rds", 1L),
                        Map.entry(here + "elasticloadbalancing", 4L),
                        Map.entry(here + "lambda", 2L),
                        Map.entry(here + "eks", 2L + CLUSTERS),
                        Map.entry(here + "autoscaling", 1L),
                        Map.entry(there + "ec2", 5L),
                        Map.entry(there + "rds", 1L),
                        Map.entry(there + "elasticloadbalancing", 1L),
                        Map.entry(there + "lambda", 1L),
                        Map.entry(there + "eks", 1L),
                        Map.entry(there + "autoscaling", 1L))),
                calls);
    }

    @Test
    void thingsAreTiedTogether() throws Exception {
        List<ResourceData> all = read(context(List.of(REGION)));
        String first = estate.instances().get(0);
        ResourceData machine = all.stream()
                .filter(one -> one.emsRef().equals(first))
                .findFirst()
                .orElseThrow();
        assertEquals("web-1", machine.name());
        assertEquals("running", machine.state());
        assertEquals(4096, machine.memoryMb().orElseThrow());
        assertTrue(machine.relationships().contains(new Relation(estate.vpc(), RelationshipType.MEMBER_OF)));
        assertTrue(machine.relationships().contains(new Relation(estate.group(), RelationshipType.ATTACHED_TO)));
        assertTrue(only(all, "load_balancer")
                .relationships()
                .contains(new Relation(first, RelationshipType.LOAD_BALANCES)));
        assertTrue(only(all, "auto_scaling_group").relationships().stream()
                .anyMatch(relation -> relation.type() == RelationshipType.MANAGES));
        assertTrue(all.stream()
                .filter(one -> one.name().equals("data"))
                .anyMatch(
                        volume -> volume.relationships().contains(new Relation(first, RelationshipType.ATTACHED_TO))));
        assertEquals("stopped", state(all, estate.instances().get(1)));
        assertEquals(Map.of("team", "blue"), only(all, "object_storage").providerTags());
        assertEquals(REGION, only(all, "object_storage").region());
        assertEquals(Map.of("team", "red"), only(all, "load_balancer").providerTags());
        assertEquals(Map.of("team", "green"), only(all, "serverless_function").providerTags());
    }

    @Test
    void aTargetedRunReadsOnlyItsTypes() throws Exception {
        FakeProviderContext context = context(List.of(REGION)).targeting("vpc", "subnet");
        assertEquals(7, read(context).size());
        assertEquals(3, context.calls());
    }

    /** moto answers an unknown region with a page for people and status 500. */
    @Test
    void anUnknownRegionFailsAlone() throws Exception {
        try (ProviderConnection connection = new AwsProvider()
                .connect(context(List.of(REGION, "xx-nowhere-9")).targeting("vpc"))) {
            connection.collect(Scope.of(ACCOUNT + "/" + REGION + "/vpc", "vpc"), new RecordingSink());
            ProviderException failure = assertThrows(
                    ProviderException.class,
                    () -> connection.collect(Scope.of(ACCOUNT + "/xx-nowhere-9/vpc", "vpc"), new RecordingSink()));
            assertEquals(FailureKind.INTERNAL, failure.kind());
            assertTrue(failure.getMessage().contains("xx-nowhere-9"), failure.getMessage());
        }
    }

    @Test
    void allEnabledRegionsAreReadUnlessSomeAreNamed() throws Exception {
        FakeProviderContext context = context(List.of()).targeting("vpc");
        List<ResourceData> all = read(context);
        long regions = all.stream().map(ResourceData::region).distinct().count();
        assertTrue(regions > 10, regions + " regions");
        assertEquals(2 + regions, context.calls());
    }

    @Test
    void anotherAccountIsReadThroughItsRole() throws Exception {
        FakeProviderContext context = context(List.of(REGION))
                .with("assume_role_arn", "arn:aws:iam::210987654321:role/reader")
                .with("external_id", "x-1")
                .targeting("vpc");
        List<ResourceData> all = read(context);
        assertEquals(1, all.size(), "only the default VPC of the other account");
        assertEquals("210987654321", all.get(0).cloudTenant());
        assertEquals(3, context.calls());
    }

    @Test
    void theTestOfTheConnectionSaysWhoAndWhere() throws Exception {
        try (ProviderConnection connection = new AwsProvider().connect(context(List.of(REGION)))) {
            String told = ((ConnectionTest) connection).test();
            assertTrue(told.contains(ACCOUNT) && told.contains(REGION), told);
        }
    }

    private static String state(List<ResourceData> all, String id) {
        return all.stream()
                .filter(one -> one.emsRef().equals(id))
                .map(ResourceData::state)
                .findFirst()
                .orElse("absent");
    }

    private static FakeProviderContext context(List<String> regions) {
        return moto.context(regions);
    }

    private static List<ResourceData> read(FakeProviderContext context) throws Exception {
        return RecordingSink.ofEverything(new AwsProvider(), context).resources();
    }

    private static ResourceData only(List<ResourceData> all, String type) {
        List<ResourceData> found = new ArrayList<>(all);
        found.removeIf(one -> !one.resourceTypeSlug().equals(type));
        assertEquals(1, found.size(), type);
        return found.get(0);
    }
}
