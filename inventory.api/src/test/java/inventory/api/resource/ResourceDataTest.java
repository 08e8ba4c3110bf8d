package inventory.api.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResourceDataTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void itHasTheThirtyFieldsOfTheContract() {
        assertEquals(30, ResourceData.class.getRecordComponents().length);
    }

    @Test
    void nothingIsNullWhenNothingWasSaid() throws ReflectiveOperationException {
        ResourceData bare = ResourceData.of("i-1", "virtual_machine").build();
        for (RecordComponent field : ResourceData.class.getRecordComponents()) {
            assertTrue(field.getAccessor().invoke(bare) != null, field.getName());
        }
        assertEquals("unknown", bare.state());
        assertEquals("", bare.name());
    }

    @Test
    void everyFieldTakesItsValue() {
        ResourceData full = full().build();
        assertEquals("web", full.name());
        assertEquals("serves pages", full.description());
        assertEquals("c-1", full.canonicalId());
        assertEquals(Map.of("instance_id", "i-1"), full.vendorIdentifiers());
        assertEquals("EC2 Instance", full.vendorType());
        assertEquals("running", full.state());
        assertEquals("poweredOn", full.powerState());
        assertEquals(Optional.of(NOON), full.bootTime());
        assertEquals(
                List.of("eu-west-1", "eu-west-1a", "tenant", "t3.small"),
                List.of(full.region(), full.availabilityZone(), full.cloudTenant(), full.flavor()));
        assertEquals(Optional.of(2), full.cpuCount());
        assertEquals(Optional.of(2048L), full.memoryMb());
        assertEquals(Optional.of(30L), full.diskGb());
        assertEquals(List.of("10.0.0.2", "10.0.0.1"), full.ipAddresses());
        assertEquals("web.example", full.fqdn());
        assertEquals(List.of("02:00:00:00:00:01"), full.macAddresses());
        assertEquals(List.of("linux", "Debian 12"), List.of(full.osType(), full.osName()));
        assertEquals(Map.of("image", "ami-1", "size", 3), full.properties());
        assertEquals(Map.of("owner", "shop"), full.providerTags());
        assertEquals(
                List.of("10.0.0.2", "ssh", "web_servers"),
                List.of(full.ansibleHost(), full.ansibleConnection(), full.inventoryGroup()));
        assertEquals(Optional.of(NOON), full.emsCreatedOn());
        assertEquals(List.of(new Relation("vpc-1", RelationshipType.MEMBER_OF)), full.relationships());
        assertEquals(Map.of("cpu_percent", 12.5), full.metrics());
    }

    @Test
    void absentValuesLeaveAFieldAsItIs() {
        ResourceData untouched = full().name(null)
                .description(null)
                .canonicalId(null)
                .vendorIdentifier("instance_id", null)
                .vendorType(null)
                .state((String) null)
                .powerState(null)
                .bootTime(null)
                .region(null)
                .availabilityZone(null)
                .cloudTenant(null)
                .flavor(null)
                .cpuCount(null)
                .memoryMb(null)
                .diskGb(null)
                .ipAddress(null)
                .ipAddress(" ")
                .fqdn(null)
                .macAddress(null)
                .osType(null)
                .osName(null)
                .property("image", null)
                .property("image", Optional.empty())
                .providerTag("owner", null)
                .ansibleHost(null)
                .ansibleConnection(null)
                .inventoryGroup(null)
                .emsCreatedOn(null)
                .relation(RelationshipType.MEMBER_OF, null)
                .relation(RelationshipType.MEMBER_OF, "")
                .metric("cpu_percent", null)
                .build();
        assertEquals(full().build(), untouched);
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAgain() {
        ResourceData again = full().ipAddress("10.0.0.2")
                .macAddress("02:00:00:00:00:01")
                .relation(RelationshipType.MEMBER_OF, "vpc-1")
                .build();
        assertEquals(full().build(), again);
    }

    @Test
    void twoSortsOfEdgeToOneTargetAreTwoEdges() {
        ResourceData both = ResourceData.of("i-1", "virtual_machine")
                .relation(RelationshipType.MEMBER_OF, "vpc-1")
                .relation(RelationshipType.CONNECTED_TO, "vpc-1")
                .build();
        assertEquals(2, both.relationships().size());
    }

    @Test
    void anOptionalPropertyIsUnwrapped() {
        ResourceData resource = ResourceData.of("i-1", "virtual_machine")
                .property("image", Optional.of("ami-1"))
                .build();
        assertEquals(Map.of("image", "ami-1"), resource.properties());
    }

    @Test
    void aBuiltResourceDoesNotChangeWithItsBuilder() {
        ResourceData.Builder builder = full();
        ResourceData first = builder.build();
        ResourceData second =
                builder.property("image", "ami-2").ipAddress("10.0.0.3").build();
        assertEquals(full().build(), first);
        assertNotEquals(first, second);
        assertThrows(
                UnsupportedOperationException.class, () -> first.properties().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> first.ipAddresses().clear());
    }

    @Test
    void aReferenceAndATypeAreRequired() {
        assertThrows(
                NullPointerException.class,
                () -> ResourceData.of(null, "subnet").build());
        assertThrows(
                NullPointerException.class, () -> ResourceData.of("s-1", null).build());
    }

    @Test
    void edgesAreOrderedByTargetThenType() {
        List<Relation> edges = Arrays.asList(
                new Relation("b", RelationshipType.RUNS_ON),
                new Relation("a", RelationshipType.MEMBER_OF),
                new Relation("a", RelationshipType.RUNS_ON));
        assertEquals(
                List.of(edges.get(2), edges.get(1), edges.get(0)),
                edges.stream().sorted().toList());
    }

    private static ResourceData.Builder full() {
        return ResourceData.of("i-1", "virtual_machine")
                .name("web")
                .description("serves pages")
                .canonicalId("c-1")
                .vendorIdentifiers(Map.of("instance_id", "i-1"))
                .vendorType("EC2 Instance")
                .state(ResourceState.RUNNING)
                .powerState("poweredOn")
                .bootTime(NOON)
                .region("eu-west-1")
                .availabilityZone("eu-west-1a")
                .cloudTenant("tenant")
                .flavor("t3.small")
                .cpuCount(2)
                .memoryMb(2048L)
                .diskGb(30L)
                .ipAddresses(List.of("10.0.0.2", "10.0.0.1"))
                .fqdn("web.example")
                .macAddresses(List.of("02:00:00:00:00:01"))
                .osType("linux")
                .osName("Debian 12")
                .properties(Map.of("image", "ami-1", "size", 3))
                .providerTags(Map.of("owner", "shop"))
                .ansibleHost("10.0.0.2")
                .ansibleConnection("ssh")
                .inventoryGroup("web_servers")
                .emsCreatedOn(NOON)
                .relation(RelationshipType.MEMBER_OF, "vpc-1")
                .metric("cpu_percent", 12.5);
    }
}
