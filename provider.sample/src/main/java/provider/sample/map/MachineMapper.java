package provider.sample.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import provider.sample.estate.Dice;

/** What runs programs. */
final class MachineMapper {
    private static final Instant FIRST_BOOT = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SECONDS_PER_QUARTER = 90 * 24 * 60 * 60;
    private static final List<Integer> HOST_CORES = List.of(32, 48, 64, 96);
    private static final List<Integer> GUEST_CORES = List.of(1, 2, 4, 8, 16);
    private static final List<String> SYSTEMS = List.of("Debian 12", "RHEL 9.4", "Ubuntu 24.04", "Windows Server 2022");
    private static final List<String> PROCESSORS = List.of("EPYC 9354", "EPYC 9654", "Xeon Gold 6430");

    private MachineMapper() {}

    static ResourceData.Builder host(ResourceData.Builder resource, Site site) {
        Dice dice = site.dice();
        int cores = dice.pick(HOST_CORES, "cores");
        boolean maintenance = dice.below(50, "maintenance") == 0;
        return connect(resource, site, "hypervisors")
                .state(ResourceState.ACTIVE)
                .powerState("on")
                .osType("linux")
                .osName("Debian 12")
                .cpuCount(cores)
                .memoryMb(cores * 8192L)
                .diskGb(960L * (1 + dice.below(4, "disks")))
                .property("rack", "rack-" + site.rack())
                .property("cpu_model", dice.pick(PROCESSORS, "processor"))
                .property("cpu_sockets", 2)
                .property("serial_number", "SN" + Long.toHexString(dice.bits("serial") >>> 24))
                .property("maintenance_mode", maintenance)
                .property("load_average", dice.below(4000, "load") / 100.0);
    }

    static ResourceData.Builder virtualMachine(ResourceData.Builder resource, Site site) {
        Dice dice = site.dice();
        int cores = dice.pick(GUEST_CORES, "cores");
        long disk = 20L << dice.below(4, "disk");
        boolean running = dice.below(10, "running") > 0;
        String system = dice.pick(SYSTEMS, "system");
        boolean windows = system.startsWith("Windows");
        return connect(resource, site, "virtual_machines")
                .state(running ? ResourceState.RUNNING : ResourceState.STOPPED)
                .powerState(running ? "on" : "off")
                .flavor("gen." + cores)
                .osType(windows ? "windows" : "linux")
                .osName(system)
                .ansibleConnection(windows ? "winrm" : "ssh")
                .cpuCount(cores)
                .memoryMb(cores * 4096L)
                .diskGb(disk)
                .property("hardware_version", "v" + (17 + dice.below(5, "hardware")))
                .property("guest_tools_running", running)
                .property("cpu_reservation_mhz", cores * 500)
                .property("backup_window_start", FIRST_BOOT.plusSeconds(3600L * dice.below(24, "backup")))
                .property("disks", List.of(Map.of("device", "sda", "size_gb", disk)));
    }

    private static ResourceData.Builder connect(ResourceData.Builder resource, Site site, String group) {
        String address = site.address();
        return resource.ipAddress(address)
                .macAddress(site.hardwareAddress())
                .fqdn("node-" + site.index() + ".sample.example")
                .bootTime(FIRST_BOOT.plusSeconds(site.dice().below(SECONDS_PER_QUARTER, "boot")))
                .ansibleHost(address)
                .ansibleConnection("ssh")
                .inventoryGroup(group);
    }
}
