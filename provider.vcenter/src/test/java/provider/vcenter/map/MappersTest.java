package provider.vcenter.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.CONNECTED_TO;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;
import static inventory.api.taxonomy.RelationshipType.PART_OF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vmware.vim25.NumericRange;
import com.vmware.vim25.VmwareDistributedVirtualSwitchPvlanSpec;
import com.vmware.vim25.VmwareDistributedVirtualSwitchTrunkVlanSpec;
import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MappersTest {
    private static final Origin ORIGIN = Samples.origin();

    @Test
    void host() {
        Map<String, Object> facts = Samples.host();
        ResourceData host = host(facts);
        assertEquals(
                List.of("host-9", "smbios-uuid", "esx9.example", "ESXi Host", "Vienna"),
                List.of(host.emsRef(), host.canonicalId(), host.name(), host.vendorType(), host.region()));
        assertEquals(
                Map.of(
                        "moid", "host-9",
                        "vsphere_type", "HostSystem",
                        "smbios_uuid", "smbios-uuid",
                        "serial_number", "7XYZ"),
                host.vendorIdentifiers());
        assertEquals(List.of("active", "poweredOn"), List.of(host.state(), host.powerState()));
        assertEquals(List.of(Optional.of(32), Optional.of(524_288L)), List.of(host.cpuCount(), host.memoryMb()));
        assertEquals(List.of("198.51.100.9"), host.ipAddresses());
        assertEquals(List.of("24:6e:96:00:00:01"), host.macAddresses());
        assertEquals(List.of("hypervisor", "VMware ESXi 8.0.2"), List.of(host.osType(), host.osName()));
        assertEquals(
                List.of("esx9.example", "esx9.example", "ssh", "esxi_hosts"),
                List.of(host.fqdn(), host.ansibleHost(), host.ansibleConnection(), host.inventoryGroup()));
        assertEquals(
                List.of(new Relation("datastore-30", ATTACHED_TO), new Relation("domain-c7", PART_OF)),
                host.relationships());
        assertEquals(
                List.of("blades", "domain-c7"),
                List.of(host.properties().get("cluster"), host.properties().get("cluster_moid")));
        assertEquals(Map.of("cpu_usage_mhz", 5000, "memory_usage_mb", 200_000), host.metrics());
    }

    @Test
    void aHostNamedByItsAddressTellsItFirst() {
        Map<String, Object> facts = Samples.host();
        facts.put("summary.config.name", "192.0.2.9");
        assertEquals(List.of("192.0.2.9", "198.51.100.9"), host(facts).ipAddresses());
    }

    @Test
    void aHostThatIsNotConnectedIsInactive() {
        Map<String, Object> facts = Samples.host();
        facts.put("summary.runtime.connectionState", "notResponding");
        facts.put("summary.runtime.powerState", "unknown");
        assertEquals(
                List.of("inactive", "poweredOff"),
                List.of(host(facts).state(), host(facts).powerState()));
    }

    @Test
    void aHostOfNoClusterIsPartOfNone() {
        Map<String, Object> facts = Samples.host();
        facts.put("parent", Samples.reference("ComputeResource", "domain-s8"));
        assertEquals(
                List.of(new Relation("datastore-30", ATTACHED_TO)), host(facts).relationships());
    }

    private static ResourceData host(Map<String, Object> facts) {
        return HostMapper.map(Samples.object("HostSystem", "host-9", facts), ORIGIN);
    }

    @Test
    void cluster() {
        ResourceData cluster =
                ClusterMapper.map(Samples.object("ClusterComputeResource", "domain-c7", Samples.cluster()), ORIGIN);
        assertEquals("vsphere:cluster:" + Samples.INSTANCE + ":domain-c7", cluster.canonicalId());
        assertEquals("active", cluster.state());
        assertEquals(
                Map.of(
                        "vsphere_type",
                        "ClusterComputeResource",
                        "folder",
                        "web",
                        "ha_enabled",
                        true,
                        "drs_enabled",
                        false,
                        "total_cpu_mhz",
                        70_000,
                        "total_memory_bytes",
                        512L << 30,
                        "num_hosts",
                        2,
                        "num_effective_hosts",
                        1),
                cluster.properties());
    }

    @Test
    void pool() {
        ResourceData pool = pool("resgroup-21", Samples.pool()).orElseThrow();
        assertEquals("vsphere:respool:" + Samples.INSTANCE + ":resgroup-21", pool.canonicalId());
        assertEquals(
                Map.of(
                        "vsphere_type", "ResourcePool",
                        "cpu_limit_mhz", -1L,
                        "memory_limit_mb", 0L,
                        "cluster", "blades",
                        "parent_pool", "gold"),
                pool.properties());
        assertEquals(
                List.of(new Relation("domain-c7", PART_OF), new Relation("resgroup-20", MEMBER_OF)),
                pool.relationships());
    }

    @Test
    void thePoolsThatNobodyMadeAreLeftOut() {
        assertEquals(Optional.empty(), pool("resgroup-8", Samples.pool()));
        assertEquals(Optional.empty(), pool("resgroup-11", Samples.pool()));
    }

    private static Optional<ResourceData> pool(String id, Map<String, Object> facts) {
        return PoolMapper.map(Samples.object("ResourcePool", id, facts), ORIGIN);
    }

    @Test
    void datastore() {
        Map<String, Object> facts = Samples.datastore();
        ResourceData datastore = datastore(facts);
        assertEquals("vsphere:datastore:" + Samples.INSTANCE + ":datastore-30", datastore.canonicalId());
        assertEquals(List.of("active", Optional.of(1000L)), List.of(datastore.state(), datastore.diskGb()));
        assertEquals(
                Map.of(
                        "vsphere_type", "Datastore",
                        "folder", "web",
                        "datastore_type", "vmfs",
                        "capacity_gb", 1000L,
                        "maintenance_mode", "normal",
                        "url", "ds:///vmfs/volumes/1/"),
                datastore.properties());
        assertEquals(Map.of("free_space_gb", 250.0, "provisioned_pct", 75.0), datastore.metrics());
        facts.put("summary.accessible", false);
        facts.put("summary.capacity", 0L);
        facts.put("summary.freeSpace", 0L);
        assertEquals("inactive", datastore(facts).state());
        assertEquals(0.0, datastore(facts).metrics().get("provisioned_pct"));
    }

    private static ResourceData datastore(Map<String, Object> facts) {
        return DatastoreMapper.map(Samples.object("Datastore", "datastore-30", facts), ORIGIN);
    }

    @Test
    void networks() {
        Map<String, Object> facts = Samples.datastore();
        ResourceData standard = NetworkMapper.map(Samples.object("Network", "network-40", facts), ORIGIN);
        assertEquals("vSphere Network", standard.vendorType());
        assertEquals("vsphere:network:" + Samples.INSTANCE + ":network-40", standard.canonicalId());
        ResourceData opaque = NetworkMapper.map(Samples.object("OpaqueNetwork", "network-o1", facts), ORIGIN);
        assertEquals("NSX Network", opaque.vendorType());
    }

    @Test
    void portGroup() {
        ResourceData group = portGroup(Samples.portGroup(Samples.vlan(120)));
        assertEquals(
                Map.of(
                        "vsphere_type", "DistributedVirtualPortgroup",
                        "folder", "web",
                        "vlan", "120",
                        "num_ports", 8,
                        "port_binding", "earlyBinding",
                        "switch", "core"),
                group.properties());
        assertEquals(List.of(new Relation("dvs-41", PART_OF)), group.relationships());
        NumericRange range = new NumericRange();
        range.setStart(10);
        range.setEnd(20);
        NumericRange one = new NumericRange();
        one.setStart(30);
        one.setEnd(30);
        VmwareDistributedVirtualSwitchTrunkVlanSpec trunk = new VmwareDistributedVirtualSwitchTrunkVlanSpec();
        trunk.setVlanId(new NumericRange[] {range, one});
        assertEquals(
                "10-20,30", portGroup(Samples.portGroup(trunk)).properties().get("vlan"));
        VmwareDistributedVirtualSwitchPvlanSpec secondary = new VmwareDistributedVirtualSwitchPvlanSpec();
        secondary.setPvlanId(77);
        assertEquals("77", portGroup(Samples.portGroup(secondary)).properties().get("vlan"));
    }

    private static ResourceData portGroup(Map<String, Object> facts) {
        return NetworkMapper.mapPortGroup(
                Samples.object("DistributedVirtualPortgroup", "dvportgroup-42", facts), ORIGIN);
    }

    @Test
    void distributedSwitch() {
        ResourceData one = SwitchMapper.map(
                Samples.object("VmwareDistributedVirtualSwitch", "dvs-41", Samples.distributedSwitch()), ORIGIN);
        assertEquals("vsphere:switch:" + Samples.INSTANCE + ":dvs-41", one.canonicalId());
        assertEquals(
                List.of(new Relation("host-9", CONNECTED_TO), new Relation("host-10", CONNECTED_TO)),
                one.relationships());
        assertEquals(2, one.properties().get("num_hosts"));
    }

    /** Ids are alike in any two vCenters: only the uuid tells them apart. */
    @Test
    void twoVcentersNeverMerge() {
        Origin other = new Origin("66666666-7777-8888-9999-000000000000", ORIGIN.tree());
        VimObject cluster = Samples.object("ClusterComputeResource", "domain-c7", Samples.cluster());
        assertEquals(
                List.of(
                        "vsphere:cluster:" + Samples.INSTANCE + ":domain-c7",
                        "vsphere:cluster:66666666-7777-8888-9999-000000000000:domain-c7"),
                List.of(
                        ClusterMapper.map(cluster, ORIGIN).canonicalId(),
                        ClusterMapper.map(cluster, other).canonicalId()));
    }
}
