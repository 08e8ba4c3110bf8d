package provider.vcenter.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.PART_OF;

import com.vmware.vim25.HostSystemIdentificationInfo;
import com.vmware.vim25.HostVirtualNic;
import com.vmware.vim25.PhysicalNic;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** ESXi host → {@code hypervisor_host}. */
public final class HostMapper {
    public static final List<String> PATHS = List.of(
            "name",
            "parent",
            "datastore",
            "summary.hardware.uuid",
            "summary.hardware.vendor",
            "summary.hardware.model",
            "summary.hardware.cpuModel",
            "summary.hardware.numCpuCores",
            "summary.hardware.numCpuThreads",
            "summary.hardware.memorySize",
            "summary.hardware.otherIdentifyingInfo",
            "summary.config.name",
            "summary.config.product.name",
            "summary.config.product.version",
            "summary.config.product.build",
            "summary.runtime.connectionState",
            "summary.runtime.powerState",
            "summary.runtime.inMaintenanceMode",
            "summary.runtime.bootTime",
            "summary.quickStats.overallCpuUsage",
            "summary.quickStats.overallMemoryUsage",
            "config.network.vnic",
            "config.network.pnic");

    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");
    private static final List<String> SERIAL_NUMBERS =
            List.of("ServiceTag", "SerialNumberTag", "EnclosureSerialNumberTag");
    private static final long MIB = 1L << 20;

    private HostMapper() {}

    public static ResourceData map(VimObject host, Origin origin) {
        String name = host.text("summary.config.name") == null ? host.name() : host.text("summary.config.name");
        String connection = host.text("summary.runtime.connectionState");
        String serial = serialNumber(host);
        Long memory = host.whole("summary.hardware.memorySize");
        ResourceData.Builder resource = origin.describe(host, "hypervisor_host", "ESXi Host")
                .canonicalId(host.text("summary.hardware.uuid"))
                .vendorIdentifier("smbios_uuid", host.text("summary.hardware.uuid"))
                .vendorIdentifier("serial_number", serial)
                .state("connected".equals(connection) ? ResourceState.ACTIVE : ResourceState.INACTIVE)
                .powerState("poweredOn".equals(host.text("summary.runtime.powerState")) ? "poweredOn" : "poweredOff")
                .bootTime(host.time("summary.runtime.bootTime"))
                .cpuCount(host.small("summary.hardware.numCpuCores"))
                .memoryMb(memory == null ? null : memory / MIB)
                .fqdn(name)
                .osType("hypervisor")
                .osName(product(host))
                .ansibleHost(name)
                .ansibleConnection("ssh")
                .inventoryGroup("esxi_hosts")
                .property("hardware_model", host.text("summary.hardware.model"))
                .property("hardware_vendor", host.text("summary.hardware.vendor"))
                .property("serial_number", serial)
                .property("cpu_model", host.text("summary.hardware.cpuModel"))
                .property("cpu_threads", host.small("summary.hardware.numCpuThreads"))
                .property("build", host.text("summary.config.product.build"))
                .property("connection_state", connection)
                .property("maintenance_mode", host.is("summary.runtime.inMaintenanceMode"))
                .metric("cpu_usage_mhz", host.small("summary.quickStats.overallCpuUsage"))
                .metric("memory_usage_mb", host.small("summary.quickStats.overallMemoryUsage"));
        addresses(host, name, resource);
        host.ids("datastore").forEach(datastore -> resource.relation(ATTACHED_TO, datastore));
        String parent = host.id("parent");
        if (origin.tree().isCluster(parent)) {
            resource.property("cluster", origin.tree().name(parent))
                    .property("cluster_moid", parent)
                    .relation(PART_OF, parent);
        }
        return resource.build();
    }

    /** The name is first if it is an address, as it often is; then the kernel's own network cards. */
    private static void addresses(VimObject host, String name, ResourceData.Builder resource) {
        if (name != null && ADDRESS.matcher(name).matches()) {
            resource.ipAddress(name);
        }
        for (HostVirtualNic nic : host.list("config.network.vnic", HostVirtualNic.class)) {
            if (nic.getSpec() != null && nic.getSpec().getIp() != null) {
                resource.ipAddress(nic.getSpec().getIp().getIpAddress());
            }
        }
        for (PhysicalNic nic : host.list("config.network.pnic", PhysicalNic.class)) {
            resource.macAddress(nic.getMac() == null ? null : nic.getMac().toLowerCase(Locale.ROOT));
        }
    }

    private static String product(VimObject host) {
        String product = host.text("summary.config.product.name");
        String version = host.text("summary.config.product.version");
        return product == null || version == null ? product : product + " " + version;
    }

    private static String serialNumber(VimObject host) {
        List<HostSystemIdentificationInfo> all =
                host.list("summary.hardware.otherIdentifyingInfo", HostSystemIdentificationInfo.class);
        for (String key : SERIAL_NUMBERS) {
            for (HostSystemIdentificationInfo one : all) {
                if (one.getIdentifierType() != null
                        && key.equals(one.getIdentifierType().getKey())
                        && one.getIdentifierValue() != null
                        && !one.getIdentifierValue().isBlank()) {
                    return one.getIdentifierValue().strip();
                }
            }
        }
        return null;
    }
}
