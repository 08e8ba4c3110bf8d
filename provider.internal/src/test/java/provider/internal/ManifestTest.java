package provider.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
import inventory.api.resource.ResourceData;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import provider.internal.machine.Change;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;
import provider.internal.map.MachineMapper;

class ManifestTest extends ManifestContract {
    private static final Map<Fact, String> ALL = Map.ofEntries(
            Map.entry(Fact.NAME, "db1"),
            Map.entry(Fact.DESCRIPTION, "Keeps the books"),
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

    @Override
    protected Class<? extends BaseProvider> plugin() {
        return InternalProvider.class;
    }

    @Override
    protected Collection<ResourceData> everything() {
        return Stream.of("baremetal", "vm", "container")
                .map(ManifestTest::machine)
                .toList();
    }

    @Override
    protected List<String> secrets() {
        return List.of();
    }

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
                machine("baremetal"));
    }

    private static ResourceData machine(String type) {
        Map<Fact, String> facts = new EnumMap<>(ALL);
        facts.put(Fact.TYPE, type);
        return MachineMapper.map(Machine.of(
                "rack7-1", new UUID(0, 1), new Change(facts, Optional.of(Map.of("ROLE", "db"))), Instant.EPOCH));
    }
}
