package provider.vcenter.map;

import com.vmware.vim25.ClusterConfigInfoEx;
import com.vmware.vim25.ClusterDasConfigInfo;
import com.vmware.vim25.ClusterDrsConfigInfo;
import com.vmware.vim25.DynamicProperty;
import com.vmware.vim25.ElementDescription;
import com.vmware.vim25.HostIpConfig;
import com.vmware.vim25.HostSystemIdentificationInfo;
import com.vmware.vim25.HostVirtualNic;
import com.vmware.vim25.HostVirtualNicSpec;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectContent;
import com.vmware.vim25.PhysicalNic;
import com.vmware.vim25.VMwareDVSPortSetting;
import com.vmware.vim25.VmwareDistributedVirtualSwitchVlanIdSpec;
import com.vmware.vim25.VmwareDistributedVirtualSwitchVlanSpec;
import inventory.api.resource.ResourceData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small vCenter in which every field has a value. */
public final class Samples {
    static final String INSTANCE = "11111111-2222-3333-4444-555555555555";
    static final Instant BOOT = Instant.parse("2026-01-02T03:04:05Z");

    private Samples() {}

    static Origin origin() {
        Tree tree = new Tree();
        node(tree, "Folder", "group-d1", "Datacenters", null);
        node(tree, "Datacenter", "datacenter-2", "Vienna", "group-d1");
        node(tree, "Folder", "group-v3", "vm", "datacenter-2");
        node(tree, "Folder", "group-v4", "web", "group-v3");
        node(tree, "Folder", "group-v5", "shop", "group-v4");
        node(tree, "Folder", "group-h3", "host", "datacenter-2");
        node(tree, "ClusterComputeResource", "domain-c7", "blades", "group-h3");
        node(tree, "HostSystem", "host-9", "esx9.example", "domain-c7");
        node(tree, "ComputeResource", "domain-s8", "single", "group-h3");
        node(tree, "HostSystem", "host-10", "esx10.example", "domain-s8");
        node(tree, "ResourcePool", "resgroup-8", "Resources", "domain-c7");
        node(tree, "ResourcePool", "resgroup-11", "Resources", "domain-s8");
        node(tree, "ResourcePool", "resgroup-20", "gold", "resgroup-8");
        node(tree, "ResourcePool", "resgroup-21", "gold shop", "resgroup-20");
        node(tree, "Datastore", "datastore-30", "fast", "group-v3");
        node(tree, "Datastore", "datastore-31", "slow", "group-v3");
        node(tree, "Network", "network-40", "VM Network", "group-v3");
        node(tree, "VmwareDistributedVirtualSwitch", "dvs-41", "core", "group-v3");
        node(tree, "DistributedVirtualPortgroup", "dvportgroup-42", "dmz", "group-v3");
        return new Origin(INSTANCE, tree);
    }

    private static void node(Tree tree, String type, String id, String name, String parent) {
        Map<String, Object> properties = new TreeMap<>(Map.of("name", name));
        if (parent != null) {
            properties.put("parent", reference("Folder", parent));
        }
        tree.add(object(type, id, properties));
    }

    static VimObject object(String type, String id, Map<String, Object> properties) {
        List<DynamicProperty> set = new ArrayList<>();
        properties.forEach((path, value) -> {
            DynamicProperty property = new DynamicProperty();
            property.setName(path);
            property.setVal(value);
            set.add(property);
        });
        ObjectContent content = new ObjectContent();
        content.setObj(reference(type, id));
        content.setPropSet(set.toArray(new DynamicProperty[0]));
        return new VimObject(content);
    }

    static ManagedObjectReference reference(String type, String id) {
        ManagedObjectReference reference = new ManagedObjectReference();
        reference.setType(type);
        reference.setVal(id);
        return reference;
    }

    static ManagedObjectReference[] references(String type, String... ids) {
        return Stream.of(ids).map(id -> reference(type, id)).toArray(ManagedObjectReference[]::new);
    }

    static Map<String, Object> host() {
        Map<String, Object> all = new TreeMap<>();
        all.put("name", "esx9.example");
        all.put("parent", reference("ClusterComputeResource", "domain-c7"));
        all.put("datastore", references("Datastore", "datastore-30"));
        all.put("summary.hardware.uuid", "smbios-uuid");
        all.put("summary.hardware.vendor", "Dell Inc.");
        all.put("summary.hardware.model", "PowerEdge R740");
        all.put("summary.hardware.cpuModel", "Xeon Gold");
        all.put("summary.hardware.numCpuCores", 32);
        all.put("summary.hardware.numCpuThreads", 64);
        all.put("summary.hardware.memorySize", (512L << 30) + 1);
        all.put("summary.hardware.otherIdentifyingInfo", new HostSystemIdentificationInfo[] {
            identification("AssetTag", "unknown"), identification("ServiceTag", " 7XYZ ")
        });
        all.put("summary.config.name", "esx9.example");
        all.put("summary.config.product.name", "VMware ESXi");
        all.put("summary.config.product.version", "8.0.2");
        all.put("summary.config.product.build", "22380479");
        all.put("summary.runtime.connectionState", "connected");
        all.put("summary.runtime.powerState", "poweredOn");
        all.put("summary.runtime.inMaintenanceMode", false);
        all.put("summary.runtime.bootTime", BOOT);
        all.put("summary.quickStats.overallCpuUsage", 5000);
        all.put("summary.quickStats.overallMemoryUsage", 200_000);
        all.put("config.network.vnic", new HostVirtualNic[] {kernelNic("198.51.100.9")});
        all.put("config.network.pnic", new PhysicalNic[] {physicalNic("24:6E:96:00:00:01")});
        return all;
    }

    private static HostSystemIdentificationInfo identification(String key, String value) {
        ElementDescription type = new ElementDescription();
        type.setKey(key);
        HostSystemIdentificationInfo info = new HostSystemIdentificationInfo();
        info.setIdentifierType(type);
        info.setIdentifierValue(value);
        return info;
    }

    private static HostVirtualNic kernelNic(String address) {
        HostIpConfig ip = new HostIpConfig();
        ip.setIpAddress(address);
        HostVirtualNicSpec spec = new HostVirtualNicSpec();
        spec.setIp(ip);
        HostVirtualNic nic = new HostVirtualNic();
        nic.setSpec(spec);
        return nic;
    }

    private static PhysicalNic physicalNic(String address) {
        PhysicalNic nic = new PhysicalNic();
        nic.setMac(address);
        return nic;
    }

    static Map<String, Object> cluster() {
        ClusterDasConfigInfo availability = new ClusterDasConfigInfo();
        availability.setEnabled(true);
        ClusterDrsConfigInfo scheduler = new ClusterDrsConfigInfo();
        scheduler.setEnabled(false);
        ClusterConfigInfoEx configuration = new ClusterConfigInfoEx();
        configuration.setDasConfig(availability);
        configuration.setDrsConfig(scheduler);
        return new TreeMap<>(Map.of(
                "name",
                "blades",
                "parent",
                reference("Folder", "group-v4"),
                "configurationEx",
                configuration,
                "summary.totalCpu",
                70_000,
                "summary.totalMemory",
                512L << 30,
                "summary.numHosts",
                2,
                "summary.numEffectiveHosts",
                1));
    }

    static Map<String, Object> pool() {
        return new TreeMap<>(Map.of(
                "name",
                "gold shop",
                "parent",
                reference("ResourcePool", "resgroup-20"),
                "owner",
                reference("ClusterComputeResource", "domain-c7"),
                "config.cpuAllocation.limit",
                -1L,
                "config.memoryAllocation.limit",
                0L));
    }

    static Map<String, Object> datastore() {
        return new TreeMap<>(Map.of(
                "name",
                "fast",
                "parent",
                reference("Folder", "group-v4"),
                "summary.capacity",
                (1000L << 30) + 1,
                "summary.freeSpace",
                250L << 30,
                "summary.type",
                "VMFS",
                "summary.url",
                "ds:///vmfs/volumes/1/",
                "summary.accessible",
                true,
                "summary.maintenanceMode",
                "normal"));
    }

    static Map<String, Object> portGroup(VmwareDistributedVirtualSwitchVlanSpec vlan) {
        VMwareDVSPortSetting ports = new VMwareDVSPortSetting();
        ports.setVlan(vlan);
        return new TreeMap<>(Map.of(
                "name",
                "dmz",
                "parent",
                reference("Folder", "group-v4"),
                "summary.accessible",
                true,
                "key",
                "dvportgroup-42",
                "config.distributedVirtualSwitch",
                reference("VmwareDistributedVirtualSwitch", "dvs-41"),
                "config.defaultPortConfig",
                ports,
                "config.numPorts",
                8,
                "config.type",
                "earlyBinding"));
    }

    static VmwareDistributedVirtualSwitchVlanIdSpec vlan(int id) {
        VmwareDistributedVirtualSwitchVlanIdSpec vlan = new VmwareDistributedVirtualSwitchVlanIdSpec();
        vlan.setVlanId(id);
        return vlan;
    }

    static Map<String, Object> distributedSwitch() {
        return new TreeMap<>(Map.of(
                "name",
                "core",
                "parent",
                reference("Folder", "group-v4"),
                "uuid",
                "50 0a",
                "summary.numPorts",
                24,
                "summary.hostMember",
                references("HostSystem", "host-9", "host-10"),
                "summary.productInfo.version",
                "8.0.0"));
    }

    /** One of each, with all its properties. */
    public static List<ResourceData> all() {
        Origin origin = origin();
        return List.of(
                MachineMapper.map(object("VirtualMachine", "vm-50", MachineSample.all()), origin),
                HostMapper.map(object("HostSystem", "host-9", host()), origin),
                ClusterMapper.map(object("ClusterComputeResource", "domain-c7", cluster()), origin),
                PoolMapper.map(object("ResourcePool", "resgroup-21", pool()), origin)
                        .orElseThrow(),
                DatastoreMapper.map(object("Datastore", "datastore-30", datastore()), origin),
                NetworkMapper.mapPortGroup(
                        object("DistributedVirtualPortgroup", "dvportgroup-42", portGroup(vlan(120))), origin),
                SwitchMapper.map(object("VmwareDistributedVirtualSwitch", "dvs-41", distributedSwitch()), origin));
    }
}
