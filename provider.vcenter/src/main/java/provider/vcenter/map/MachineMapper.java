package provider.vcenter.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.CONNECTED_TO;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;
import static inventory.api.taxonomy.RelationshipType.RUNS_ON;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Objects;

/** Virtual machine or template → {@code virtual_machine}. */
public final class MachineMapper {
    public static final List<String> PATHS = List.of(
            "name",
            "parent",
            "config.uuid",
            "config.instanceUuid",
            "config.template",
            "config.guestId",
            "config.guestFullName",
            "config.version",
            "config.hardware.numCPU",
            "config.hardware.memoryMB",
            "config.hardware.device",
            "runtime.powerState",
            "runtime.host",
            "summary.runtime.bootTime",
            "summary.quickStats.overallCpuUsage",
            "summary.quickStats.guestMemoryUsage",
            "guest.ipAddress",
            "guest.hostName",
            "guest.net",
            "guest.guestId",
            "guest.guestFullName",
            "guest.toolsRunningStatus",
            "guest.toolsVersion",
            "resourcePool",
            "datastore",
            "network");

    private MachineMapper() {}

    public static ResourceData map(VimObject machine, Origin origin) {
        MachineDevices devices = new MachineDevices(machine, origin.tree());
        boolean template = machine.is("config.template");
        String power = machine.text("runtime.powerState");
        boolean running = "poweredOn".equals(power) && !template;
        Integer memory = machine.small("config.hardware.memoryMB");
        ResourceData.Builder resource = origin.describe(machine, "virtual_machine", "vSphere VM")
                .canonicalId(machine.text("config.uuid"))
                .vendorIdentifier("bios_uuid", machine.text("config.uuid"))
                .vendorIdentifier("instance_uuid", machine.text("config.instanceUuid"))
                .state(template ? ResourceState.INACTIVE : state(power))
                .powerState(power)
                .bootTime(machine.time("summary.runtime.bootTime"))
                .cpuCount(machine.small("config.hardware.numCPU"))
                .memoryMb(memory == null ? null : memory.longValue())
                .diskGb(devices.diskGb())
                .macAddresses(devices.hardwareAddresses())
                .property("is_template", template)
                .property("tools_status", machine.text("guest.toolsRunningStatus"))
                .property("tools_version", machine.text("guest.toolsVersion"))
                .property("hardware_version", machine.text("config.version"))
                .property("linked_clone", devices.isLinkedClone())
                .property("disks", devices.describeDisks())
                .property("nics", devices.describeCards())
                .providerTag("type", template ? "template" : null);
        String address = addresses(machine, devices, resource);
        guest(machine, resource.ansibleHost(address), running);
        place(machine, origin.tree(), resource);
        if (running) {
            metrics(machine, memory, resource);
        }
        return resource.build();
    }

    private static ResourceState state(String power) {
        return switch (power == null ? "" : power) {
            case "poweredOn" -> ResourceState.RUNNING;
            case "poweredOff" -> ResourceState.STOPPED;
            case "suspended" -> ResourceState.SUSPENDED;
            default -> ResourceState.UNKNOWN;
        };
    }

    /** @return the first: the one the guest calls its primary, else one of IPv4; null if there is none */
    private static String addresses(VimObject machine, MachineDevices devices, ResourceData.Builder resource) {
        List<String> others =
                devices.addresses().stream().filter(one -> !one.contains(":")).toList();
        String primary = machine.text("guest.ipAddress");
        resource.ipAddress(primary).ipAddresses(others);
        return primary != null && !primary.isBlank() ? primary : others.isEmpty() ? null : others.get(0);
    }

    private static void guest(VimObject machine, ResourceData.Builder resource, boolean running) {
        String guestId = firstText(machine.text("guest.guestId"), machine.text("config.guestId"));
        String fullName = firstText(machine.text("guest.guestFullName"), machine.text("config.guestFullName"));
        String system = GuestSystem.type(guestId, fullName);
        boolean windows = system.equals("windows");
        resource.fqdn(machine.text("guest.hostName"))
                .osName(fullName)
                .osType(system)
                .inventoryGroup(windows || system.equals("linux") ? system : "")
                .ansibleConnection(!running ? "" : windows ? "winrm" : "ssh");
    }

    private static void place(VimObject machine, Tree tree, ResourceData.Builder resource) {
        String host = machine.id("runtime.host");
        String cluster = tree.parent(host);
        String pool = machine.id("resourcePool");
        List<String> datastores = machine.ids("datastore");
        List<String> names = datastores.stream()
                .map(tree::name)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        resource.property("host", tree.name(host))
                .property("cluster", tree.isCluster(cluster) ? tree.name(cluster) : null)
                .property("datastore", datastores.isEmpty() ? null : tree.name(datastores.get(0)))
                .property("datastores", names)
                .relation(RUNS_ON, host);
        if (machine.id("parent") == null) {
            // One in a vApp is in no folder.
            resource.region(tree.datacenter(host));
        }
        if (pool != null && !tree.isRootPool(pool)) {
            resource.relation(MEMBER_OF, pool);
        }
        resource.property("resource_pool", tree.name(pool));
        datastores.forEach(datastore -> resource.relation(ATTACHED_TO, datastore));
        machine.ids("network").forEach(network -> resource.relation(CONNECTED_TO, network));
    }

    private static void metrics(VimObject machine, Integer memory, ResourceData.Builder resource) {
        Integer cpu = machine.small("summary.quickStats.overallCpuUsage");
        Integer used = machine.small("summary.quickStats.guestMemoryUsage");
        resource.metric("cpu_usage_mhz", cpu != null && cpu > 0 ? cpu : null);
        if (used != null && used > 0) {
            resource.metric("memory_usage_mb", used);
            if (memory != null && memory > 0) {
                resource.metric("memory_usage_pct", Math.round(used * 1000.0 / memory) / 10.0);
            }
        }
    }

    private static String firstText(String first, String second) {
        return first != null && !first.isBlank() ? first : second;
    }
}
