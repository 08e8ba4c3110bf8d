package inventory.core.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ObserverTest {
    private final Observer observer = new Observer(262_144);

    private static ResourceData.Builder base() {
        return ResourceData.of("r", "virtual_machine").name("n").state("running");
    }

    private Bits128 fingerprint(ResourceData.Builder data) throws QuarantineException {
        return observer.observe(data.build()).fingerprint();
    }

    @Test
    void tellsEveryFieldApart() throws QuarantineException {
        List<UnaryOperator<ResourceData.Builder>> fields = List.of(
                d -> d,
                d -> d.name("x"),
                d -> d.description("x"),
                d -> d.canonicalId("x"),
                d -> d.vendorIdentifier("x", "y"),
                d -> d.vendorType("x"),
                d -> d.state("stopped"),
                d -> d.powerState("x"),
                d -> d.bootTime(Instant.EPOCH),
                d -> d.region("x"),
                d -> d.availabilityZone("x"),
                d -> d.cloudTenant("x"),
                d -> d.flavor("x"),
                d -> d.emsCreatedOn(Instant.EPOCH),
                d -> d.cpuCount(1),
                d -> d.memoryMb(1L),
                d -> d.diskGb(1L),
                d -> d.ipAddress("10.0.0.1"),
                d -> d.fqdn("x"),
                d -> d.macAddress("x"),
                d -> d.osType("x"),
                d -> d.osName("x"),
                d -> d.property("x", 1),
                d -> d.property("x", "1"),
                d -> d.providerTag("x", "y"),
                d -> d.ansibleHost("x"),
                d -> d.ansibleConnection("x"),
                d -> d.inventoryGroup("x"),
                d -> d.relation(RelationshipType.PART_OF, "x"),
                d -> d.relation(RelationshipType.RUNS_ON, "x"));
        List<Bits128> prints = new ArrayList<>();
        for (UnaryOperator<ResourceData.Builder> field : fields) {
            prints.add(fingerprint(field.apply(base())));
        }
        assertEquals(fields.size(), prints.stream().distinct().count());
    }

    @Test
    void findsMetricsAndOrderNoChange() throws QuarantineException {
        assertEquals(fingerprint(base()), fingerprint(base().metric("load", 3)));
        assertEquals(
                fingerprint(base().ipAddress("10.0.0.1")
                        .ipAddress("10.0.0.2")
                        .property("a", 1)
                        .property("b", 5.0)),
                fingerprint(base().ipAddress("10.0.0.2")
                        .ipAddress("10.0.0.1")
                        .property("b", 5)
                        .property("a", 1)));
        assertEquals(
                fingerprint(base().bootTime(Instant.ofEpochSecond(1, 1000))),
                fingerprint(base().bootTime(Instant.ofEpochSecond(1, 1999))));
        assertNotEquals(fingerprint(base().flavor("a")), fingerprint(base().cloudTenant("a")));
    }

    @Test
    void mendsNameAndState() throws QuarantineException {
        Observation seen = observer.observe(
                ResourceData.of("r", "virtual_machine").state("sleeping").build());
        assertEquals("r", seen.data().name());
        assertEquals("unknown", seen.data().state());
        assertEquals(1, seen.warnings().size());
    }

    @Test
    void quarantinesWhatTheColumnsDoNotTake() {
        assertQuarantined("name is longer than 1024 characters: 1025", base().name("x".repeat(1025)));
        assertQuarantined("name is longer than 2600 bytes", base().name("漢".repeat(1000)));
        assertQuarantined(
                "a key of properties is longer than 128 characters: 129", base().property("k".repeat(129), 1));
        assertQuarantined("the record is larger than 262144 bytes", base().description("x".repeat(262_145)));
        assertQuarantined("boot_time lies outside the years 1 to 9999", base().bootTime(Instant.MAX));
        assertQuarantined(
                "a value is neither text, number, boolean, time, list nor map but java.lang.Object",
                base().property("o", Map.of("k", new Object())));
    }

    private void assertQuarantined(String reason, ResourceData.Builder data) {
        assertEquals(
                reason,
                assertThrows(QuarantineException.class, () -> observer.observe(data.build()))
                        .getMessage());
    }
}
