package provider.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.resource.ResourceData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import provider.internal.machine.Change;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;
import provider.internal.map.MachineMapper;

/** What {@code manifest.yml} says is what the code does. */
class ManifestTest {
    private static final Map<Fact, String> ALL = Map.ofEntries(
            Map.entry(Fact.NAME, "db1"),
            Map.entry(Fact.DESCRIPTION, "Keeps the books"),
            Map.entry(Fact.TYPE, "baremetal"),
            Map.entry(Fact.CPU_NAME, "EPYC 9354"),
            Map.entry(Fact.CPU_COUNT, "32"),
            Map.entry(Fact.MEMORY_MB, "65536"),
            Map.entry(Fact.PRIVATE_IP, "10.1.2.3"),
            Map.entry(Fact.PRIVATE_MAC, "52:54:00:12:34:56"),
            Map.entry(Fact.PRIVATE_REVERSE, "db1.internal.example.org"),
            Map.entry(Fact.PUBLIC_IP, "2001:db8::1"),
            Map.entry(Fact.PUBLIC_MAC, "52:54:00:12:34:57"),
            Map.entry(Fact.PUBLIC_REVERSE, "db1.example.org"),
            Map.entry(Fact.DATACENTER, "berlin"),
            Map.entry(Fact.AVAILABILITY_ZONE, "2"));

    private final Map<String, Object> manifest = new Yaml().load(text("/manifest.yml"));
    private final ResourceData resource = MachineMapper.map(
            Machine.of("rack7-1", new UUID(0, 1), new Change(ALL, Optional.of(Map.of("ROLE", "db"))), Instant.EPOCH));

    @Test
    void everyFactReachesTheResource() {
        assertEquals(
                ResourceData.of("rack7-1", "bare_metal")
                        .name("db1")
                        .description("Keeps the books")
                        .vendorType("baremetal")
                        .state("active")
                        .region("berlin")
                        .availabilityZone("berlin2")
                        .cpuCount(32)
                        .memoryMb(65536L)
                        .ipAddresses(List.of("10.1.2.3", "2001:db8::1"))
                        .fqdn("db1.example.org")
                        .macAddresses(List.of("52:54:00:12:34:56", "52:54:00:12:34:57"))
                        .properties(Map.of(
                                "cpu_name", "EPYC 9354",
                                "private_reverse", "db1.internal.example.org",
                                "public_reverse", "db1.example.org"))
                        .providerTags(Map.of("ROLE", "db", "AZ", "berlin2", "SHORT_AZ", "2", "REGION", "berlin"))
                        .ansibleHost("10.1.2.3")
                        .emsCreatedOn(Instant.EPOCH)
                        .build(),
                resource);
    }

    @Test
    void theTypesAreThoseThatMachinesBecome() {
        assertEquals(List.copyOf(new TreeSet<>(MachineMapper.TYPES)), manifest.get("supported_resource_types"));
    }

    @Test
    void theServicePropertiesSayTheSame() {
        String component = text("/OSGI-INF/provider.internal.InternalProvider.xml");
        for (String key : List.of("vendor", "provider_type", "display_name")) {
            assertTrue(
                    component.contains("name=\"" + key + "\" type=\"String\" value=\"" + manifest.get(key) + "\""),
                    key);
        }
    }

    @Test
    void thePropertiesAreThoseThatAreWrittenForEachType() {
        TreeSet<String> written = new TreeSet<>();
        MachineMapper.TYPES.forEach(
                type -> resource.properties().keySet().forEach(key -> written.add(type + "." + key)));
        TreeSet<String> documented = new TreeSet<>();
        for (Object property : (List<?>) manifest.get("property_definitions")) {
            Map<?, ?> fields = (Map<?, ?>) property;
            documented.add(fields.get("resource_type") + "." + fields.get("key"));
        }
        assertEquals(written, documented);
    }

    private static String text(String name) {
        try (InputStream in = ManifestTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
