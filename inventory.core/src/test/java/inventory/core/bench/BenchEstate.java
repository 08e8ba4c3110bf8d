package inventory.core.bench;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** Resources of a common size, the same for the same numbers. */
final class BenchEstate {
    private static final Instant BIRTH = Instant.parse("2025-01-01T00:00:00Z");
    private static final int GUESTS = 20;

    private BenchEstate() {}

    /** @param changed every so many-th resource has another revision than in the first epoch; 0: none */
    static List<ResourceData> of(int count, int changed) {
        return IntStream.range(0, count)
                .mapToObj(i -> describe(i, changed > 0 && i % changed == 0 ? 2 : 1))
                .toList();
    }

    private static ResourceData describe(int i, int revision) {
        SplittableRandom dice = new SplittableRandom(i);
        boolean host = i % GUESTS == 0;
        String uuid = new UUID(dice.nextLong(), dice.nextLong()).toString();
        String address = "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255);
        ResourceData.Builder data = ResourceData.of("gen-1-" + i, host ? "hypervisor_host" : "virtual_machine")
                .name("node-" + i)
                .description("Generated machine number " + i)
                .canonicalId(uuid)
                .vendorIdentifier("uuid", uuid)
                .vendorIdentifier("asset_number", "A" + i)
                .vendorType("Generated machine")
                .state("running")
                .powerState("on")
                .bootTime(BIRTH.plusSeconds(dice.nextInt(10_000_000)))
                .region("dc-north")
                .availabilityZone("dc-north-" + (char) ('a' + dice.nextInt(3)))
                .cloudTenant("tenant-" + dice.nextInt(8))
                .flavor("gen." + (1 << dice.nextInt(5)))
                .emsCreatedOn(BIRTH.plusSeconds(dice.nextInt(10_000_000)))
                .cpuCount(1 << dice.nextInt(5))
                .memoryMb(4096L << dice.nextInt(5))
                .diskGb(20L << dice.nextInt(5))
                .ipAddress(address)
                .macAddress(
                        String.format("02:00:%02x:%02x:%02x:%02x", i >> 24 & 255, i >> 16 & 255, i >> 8 & 255, i & 255))
                .fqdn("node-" + i + ".sample.example")
                .osType("linux")
                .osName("Debian 12")
                .property("revision", revision)
                .property("hardware_version", "v" + (17 + dice.nextInt(5)))
                .property("guest_tools_running", dice.nextBoolean())
                .property("cpu_reservation_mhz", 500 * dice.nextInt(16))
                .property("backup_window_start", BIRTH.plusSeconds(3600L * dice.nextInt(24)))
                .property("load_average", dice.nextInt(4000) / 100.0)
                .property("disks", List.of(Map.of("device", "sda", "size_gb", 20L << dice.nextInt(5))))
                .providerTag("environment", dice.nextBoolean() ? "production" : "test")
                .providerTag("owner", "team-" + dice.nextInt(5))
                .providerTag("cost_center", "cc-" + (100 + dice.nextInt(50)))
                .ansibleHost(address)
                .ansibleConnection("ssh")
                .inventoryGroup("virtual_machines");
        if (!host) {
            data.relation(RelationshipType.RUNS_ON, "gen-1-" + i / GUESTS * GUESTS);
        }
        return data.build();
    }
}
