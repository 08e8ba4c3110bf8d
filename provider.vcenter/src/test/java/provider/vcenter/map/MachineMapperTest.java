package provider.vcenter.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.CONNECTED_TO;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;
import static inventory.api.taxonomy.RelationshipType.RUNS_ON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vmware.vim25.GuestNicInfo;
import com.vmware.vim25.VirtualMachinePowerState;
import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class MachineMapperTest {
    private final Map<String, Object> facts = MachineSample.all();

    @Test
    void tellsAllThereIsToTell() {
        ResourceData machine = map();
        assertEquals("vm-50", machine.emsRef());
        assertEquals("bios-uuid", machine.canonicalId());
        assertEquals("shop/1", machine.name());
        assertEquals("vSphere VM", machine.vendorType());
        assertEquals(
                Map.of(
                        "moid", "vm-50",
                        "vsphere_type", "VirtualMachine",
                        "bios_uuid", "bios-uuid",
                        "instance_uuid", "instance-uuid"),
                machine.vendorIdentifiers());
        assertEquals(List.of("running", "poweredOn"), List.of(machine.state(), machine.powerState()));
        assertEquals(Optional.of(Samples.BOOT), machine.bootTime());
        assertEquals("Vienna", machine.region());
        assertEquals(Optional.of(4), machine.cpuCount());
        assertEquals(Optional.of(8192L), machine.memoryMb());
        assertEquals("shop1.example", machine.fqdn());
        assertEquals(List.of("linux", "linux"), List.of(machine.osType(), machine.inventoryGroup()));
        assertEquals("Red Hat Enterprise Linux 9 (64-bit)", machine.osName());
        assertEquals(List.of("192.0.2.10", "ssh"), List.of(machine.ansibleHost(), machine.ansibleConnection()));
        assertEquals(Map.of(), machine.providerTags());
        assertEquals(
                Map.of("cpu_usage_mhz", 250, "memory_usage_mb", 1024, "memory_usage_pct", 12.5), machine.metrics());
    }

    @Test
    void tellsWhereItIs() {
        Map<String, Object> properties = map().properties();
        assertEquals("web/shop", properties.get("folder"));
        assertEquals(
                List.of("blades", "esx9.example", "gold shop", "slow"),
                List.of(
                        properties.get("cluster"),
                        properties.get("host"),
                        properties.get("resource_pool"),
                        properties.get("datastore")));
        assertEquals(List.of("fast", "slow"), properties.get("datastores"));
        assertEquals(
                List.of(
                        new Relation("host-9", RUNS_ON),
                        new Relation("resgroup-21", MEMBER_OF),
                        new Relation("datastore-31", ATTACHED_TO),
                        new Relation("datastore-30", ATTACHED_TO),
                        new Relation("network-40", CONNECTED_TO)),
                map().relationships());
    }

    /** Ten GiB and a KiB, and a KiB less than one. */
    @Test
    void tellsEveryDiskAndCard() {
        ResourceData machine = map();
        assertEquals(Optional.of(10L), machine.diskGb());
        assertEquals(
                List.of(
                        Map.of(
                                "label", "Hard disk 1",
                                "capacity_gb", 10.0,
                                "file", "[fast] shop/disk1.vmdk",
                                "datastore", "fast",
                                "thin", true,
                                "mode", "persistent"),
                        Map.of(
                                "label", "Hard disk 2",
                                "capacity_gb", 1.0,
                                "file", "[fast] shop/disk2.vmdk",
                                "datastore", "fast",
                                "thin", true,
                                "mode", "persistent")),
                machine.properties().get("disks"));
        assertEquals(
                List.of(Map.of(
                        "label", "Network adapter 1",
                        "type", "Vmxnet3",
                        "mac_address", "00:50:56:ab:cd:ef",
                        "network", "VM Network",
                        "connected", true,
                        "ip_addresses", List.of("198.51.100.10", "192.0.2.10", "2001:db8::10"))),
                machine.properties().get("nics"));
    }

    @Test
    void namesThePrimaryAddressFirstAndEachOnce() {
        assertEquals(List.of("192.0.2.10", "198.51.100.10", "192.0.2.20"), map().ipAddresses());
        assertEquals(List.of("00:50:56:00:00:01", "00:50:56:ab:cd:ef"), map().macAddresses());
        facts.remove("guest.ipAddress");
        assertEquals("198.51.100.10", map().ansibleHost());
        facts.put("guest.net", new GuestNicInfo[] {MachineSample.nic(4000, "2001:db8::1")});
        assertEquals(List.of(), map().ipAddresses());
        assertEquals("", map().ansibleHost());
    }

    @Test
    void aTemplateIsInactiveAndReachedByNobody() {
        facts.put("config.template", true);
        ResourceData template = map();
        assertEquals("inactive", template.state());
        assertEquals("", template.ansibleConnection());
        assertEquals(Map.of("type", "template"), template.providerTags());
        assertEquals(Map.of(), template.metrics());
    }

    @Test
    void aMachineThatIsOffHasNoMetrics() {
        facts.put("runtime.powerState", VirtualMachinePowerState.poweredOff);
        assertEquals(List.of("stopped", ""), List.of(map().state(), map().ansibleConnection()));
        assertEquals(Map.of(), map().metrics());
        facts.put("runtime.powerState", VirtualMachinePowerState.suspended);
        assertEquals("suspended", map().state());
        facts.remove("runtime.powerState");
        assertEquals("unknown", map().state());
    }

    @Test
    void windowsIsReachedByItsOwnWay() {
        facts.put("config.guestId", "windows2019srv_64Guest");
        assertEquals(List.of("windows", "winrm"), List.of(map().osType(), map().ansibleConnection()));
        assertEquals("windows", map().inventoryGroup());
    }

    @Test
    void aDiskOnAnothersIsALinkedCloneOneOnItsOwnASnapshot() {
        assertEquals(false, map().properties().get("linked_clone"));
        devices("[fast] shop/disk1-000001.vmdk", "[fast] shop/disk1.vmdk");
        assertEquals(false, map().properties().get("linked_clone"));
        devices("[fast] shop/disk1-000001.vmdk", "[fast] golden/disk1.vmdk");
        assertEquals(true, map().properties().get("linked_clone"));
    }

    private void devices(String file, String parent) {
        facts.put(
                "config.hardware.device",
                new Object[] {MachineSample.disk(file, 1, MachineSample.backing(parent, null))});
    }

    @Test
    void thePoolThatEveryHostHasOfItselfIsNoGroup() {
        facts.put("resourcePool", Samples.reference("ResourcePool", "resgroup-11"));
        facts.put("runtime.host", Samples.reference("HostSystem", "host-10"));
        ResourceData machine = map();
        assertEquals(
                List.of(),
                machine.relationships().stream()
                        .filter(one -> one.type() == MEMBER_OF)
                        .toList());
        assertEquals(null, machine.properties().get("cluster"));
    }

    @Test
    void oneInAVappIsInNoFolderAndInTheDatacenterOfItsHost() {
        facts.remove("parent");
        assertEquals("Vienna", map().region());
        assertEquals(null, map().properties().get("folder"));
    }

    /** As of one whose host is lost: the server leaves out nearly all. */
    @Test
    void aMachineOfWhichNothingIsToldIsStillThere() {
        ResourceData machine = MachineMapper.map(
                Samples.object("VirtualMachine", "vm-1", new TreeMap<>(Map.of("name", "lost"))), Samples.origin());
        assertEquals(
                List.of("vm-1", "lost", "unknown", ""),
                List.of(machine.emsRef(), machine.name(), machine.state(), machine.canonicalId()));
        assertEquals(Optional.empty(), machine.diskGb());
    }

    private ResourceData map() {
        return MachineMapper.map(Samples.object("VirtualMachine", "vm-50", facts), Samples.origin());
    }
}
