package provider.alicloud.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import provider.alicloud.Samples;

class MappersTest {
    private static final Origin HERE = new Origin("123", "cn-hangzhou");

    @Test
    void anInstanceBecomesAMachine() {
        ResourceData machine = InstanceMapper.map(Samples.instance(7), HERE);
        assertEquals("i-bp7", machine.emsRef());
        assertEquals("web-7", machine.name());
        assertEquals("running", machine.state());
        assertEquals("Running", machine.powerState());
        assertEquals("ecs.g7.large", machine.flavor());
        assertEquals(Optional.of(2), machine.cpuCount());
        assertEquals(Optional.of(8192L), machine.memoryMb());
        assertEquals("cn-hangzhou", machine.region());
        assertEquals("cn-hangzhou-b", machine.availabilityZone());
        assertEquals("123", machine.cloudTenant());
        assertEquals(
                List.of("10.0.0.5", "203.0.113.7", "198.51.100.9", "10.0.0.6", "2001:db8::5"), machine.ipAddresses());
        assertEquals(List.of("00:16:3e:00:00:01"), machine.macAddresses());
        assertEquals("linux", machine.osType());
        assertEquals("Debian 12.5 64 bit", machine.osName());
        assertEquals(Optional.of(Instant.parse("2026-01-01T00:00:00Z")), machine.emsCreatedOn());
        assertEquals(Optional.of(Instant.parse("2026-01-02T00:01:00Z")), machine.bootTime());
        assertEquals(Map.of("env", "prod"), machine.providerTags());
        assertEquals(List.of("financial"), machine.properties().get("operation_locks"));
        assertEquals(
                List.of(
                        new Relation("sg-bp0", RelationshipType.ATTACHED_TO),
                        new Relation("vpc-bp0", RelationshipType.MEMBER_OF),
                        new Relation("vsw-bp0", RelationshipType.MEMBER_OF)),
                machine.relationships().stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Running, running",
        "Stopping, stopped",
        "Stopped, stopped",
        "Starting, provisioning",
        "Pending, provisioning",
        "Dreaming, unknown"
    })
    void theStateOfAnInstanceIsOneOfTheTaxonomy(String status, String state) {
        ResourceData machine = InstanceMapper.map(Samples.instance(1).put("Status", status), HERE);
        assertEquals(state, machine.state());
        assertEquals(status, machine.powerState());
        assertEquals(status.equals("Running"), machine.bootTime().isPresent());
    }

    @Test
    void whatIsNotToldIsNotThere() {
        ObjectNode bare = Samples.instance(1);
        bare.retain("InstanceId");
        ResourceData machine = InstanceMapper.map(bare, HERE);
        assertEquals("i-bp1", machine.name());
        assertEquals(List.of(), machine.ipAddresses());
        assertEquals(Map.of("operation_locks", List.of(), "security_groups", List.of()), machine.properties());
        assertEquals(List.of(), machine.relationships());
    }

    @Test
    void aDiskIsAttachedToEveryInstanceThatUsesIt() {
        ResourceData disk = DiskMapper.map(Samples.disk(3), HERE);
        assertEquals("d-bp3", disk.emsRef());
        assertEquals("active", disk.state());
        assertEquals(Optional.of(40L), disk.diskGb());
        assertEquals(
                List.of(
                        new Relation("i-bp0", RelationshipType.ATTACHED_TO),
                        new Relation("i-bp1", RelationshipType.ATTACHED_TO)),
                disk.relationships());
    }

    @Test
    void aNetworkHasAllItsRanges() {
        ResourceData vpc = VpcMapper.map(Samples.vpc(0), HERE);
        assertEquals(List.of("10.0.0.0/8", "172.16.0.0/16"), vpc.properties().get("cidr_blocks"));
        assertEquals(Map.of("env", "prod"), vpc.providerTags());
        assertEquals(
                List.of(new Relation("vpc-bp0", RelationshipType.MEMBER_OF)),
                VswitchMapper.map(Samples.vswitch(0), HERE).relationships());
    }

    @ParameterizedTest
    @CsvSource({
        "Running, running",
        "DBInstanceClassChanging, running",
        "Rebooting, provisioning",
        "Stopped, stopped",
        "Released, decommissioned",
        "Strange, unknown"
    })
    void theStateOfADatabaseIsOneOfTheTaxonomy(String status, String state) {
        ResourceData database = DatabaseMapper.map(Samples.database(1).put("DBInstanceStatus", status), HERE);
        assertEquals(state, database.state());
        assertEquals(status, database.properties().get("status"));
    }

    @ParameterizedTest
    @CsvSource({"active, active", "inactive, inactive", "locked, suspended", "new, unknown"})
    void theStateOfALoadBalancerIsOneOfTheTaxonomy(String status, String state) {
        assertEquals(
                state,
                LoadBalancerMapper.map(Samples.loadBalancer(1).put("LoadBalancerStatus", status), HERE)
                        .state());
    }
}
