package provider.aws.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.Instance;

final class InstanceMapperTest {
    @Test
    void tellsAllThereIsToTell() {
        ResourceData machine = map(Samples.instance().build());
        assertEquals("i-1", machine.emsRef());
        assertEquals("i-1", machine.canonicalId());
        assertEquals("web-1", machine.name());
        assertEquals("EC2 Instance", machine.vendorType());
        assertEquals(
                Map.of("instance_id", "i-1", "image_id", "ami-1", "account_id", "123456789012"),
                machine.vendorIdentifiers());
        assertEquals(List.of("running", "running"), List.of(machine.state(), machine.powerState()));
        assertEquals(Optional.of(Samples.CREATED), machine.bootTime());
        assertEquals(Optional.of(Samples.CREATED), machine.emsCreatedOn());
        assertEquals(
                List.of("eu-west-1", "eu-west-1a", "123456789012"),
                List.of(machine.region(), machine.availabilityZone(), machine.cloudTenant()));
        assertEquals("m5d.large", machine.flavor());
        assertEquals(Optional.of(2), machine.cpuCount());
        assertEquals(Optional.of(8192L), machine.memoryMb());
        assertEquals(Optional.empty(), machine.diskGb());
        assertEquals("ip-10-0-0-1.internal", machine.fqdn());
        assertEquals(Map.of("Name", "web-1", "team", "blue"), machine.providerTags());
        assertEquals(List.of("sg-1", "sg-2"), machine.properties().get("security_groups"));
        assertEquals(75L, machine.properties().get("instance_storage_gb"));
    }

    @Test
    void tellsEveryAddressThePrimaryOneFirst() {
        ResourceData machine = map(Samples.instance().build());
        assertEquals(
                List.of("10.0.0.1", "203.0.113.1", "10.0.0.9", "203.0.113.9", "10.0.1.1", "2001:db8::1"),
                machine.ipAddresses());
        assertEquals(List.of("02:00:00:00:00:01", "02:00:00:00:00:02"), machine.macAddresses());
        assertEquals("10.0.0.1", machine.ansibleHost());
    }

    @Test
    void isTiedToItsNetworkAndGroups() {
        assertEquals(
                List.of(
                        new Relation("vpc-1", RelationshipType.MEMBER_OF),
                        new Relation("subnet-1", RelationshipType.MEMBER_OF),
                        new Relation("sg-1", RelationshipType.ATTACHED_TO),
                        new Relation("sg-2", RelationshipType.ATTACHED_TO)),
                map(Samples.instance().build()).relationships());
    }

    @Test
    void statesAreThoseOfTheTaxonomy() {
        Map<String, String> states = Map.of(
                "pending", "provisioning",
                "running", "running",
                "stopping", "stopped",
                "stopped", "stopped",
                "shutting-down", "terminated",
                "rebooting", "unknown");
        states.forEach((word, state) -> {
            ResourceData machine =
                    map(Samples.instance().state(one -> one.name(word)).build());
            assertEquals(List.of(state, word), List.of(machine.state(), machine.powerState()));
        });
    }

    @Test
    void aTerminatedInstanceIsGone() {
        assertTrue(InstanceMapper.map(
                        Samples.instance().state(one -> one.name("terminated")).build(), null, Samples.ORIGIN)
                .isEmpty());
    }

    @Test
    void windowsIsReachedByWinrm() {
        ResourceData machine = map(Samples.instance()
                .platformDetails("Windows with SQL Server")
                .tags(Samples.tag("AnsibleGroup", "mssql"))
                .build());
        assertEquals(
                List.of("windows", "Windows with SQL Server", "winrm", "mssql"),
                List.of(machine.osType(), machine.osName(), machine.ansibleConnection(), machine.inventoryGroup()));
        ResourceData old =
                map(Samples.instance().platformDetails(null).platform("Windows").build());
        assertEquals(List.of("windows", "windows"), List.of(old.osType(), old.inventoryGroup()));
        ResourceData linux = map(Samples.instance()
                .tags(Samples.tag("ansible_group", "db"), Samples.tag("AnsibleGroup", "mssql"))
                .build());
        assertEquals(
                List.of("linux", "Linux/UNIX", "ssh", "db"),
                List.of(linux.osType(), linux.osName(), linux.ansibleConnection(), linux.inventoryGroup()));
    }

    @Test
    void coresAreThoseOfTheTypeUnlessTheInstanceHasItsOwn() {
        assertEquals(
                Optional.of(4),
                map(Samples.instance().cpuOptions((CpuOptions) null).build()).cpuCount());
        assertEquals(
                Optional.empty(),
                InstanceMapper.map(
                                Samples.instance().cpuOptions((CpuOptions) null).build(), null, Samples.ORIGIN)
                        .orElseThrow()
                        .cpuCount());
    }

    @Test
    void aBareAnswerIsStillARecord() {
        ResourceData machine = InstanceMapper.map(Instance.builder().build(), null, Samples.ORIGIN)
                .orElseThrow();
        assertEquals(
                List.of("", "unknown", "linux", ""),
                List.of(machine.emsRef(), machine.state(), machine.osType(), machine.ansibleHost()));
    }

    private static ResourceData map(Instance instance) {
        return InstanceMapper.map(instance, Samples.type(), Samples.ORIGIN).orElseThrow();
    }
}
