package provider.vcenter.map;

import com.vmware.vim25.Description;
import com.vmware.vim25.GuestNicInfo;
import com.vmware.vim25.VirtualDeviceConnectInfo;
import com.vmware.vim25.VirtualDisk;
import com.vmware.vim25.VirtualDiskFlatVer2BackingInfo;
import com.vmware.vim25.VirtualEthernetCardNetworkBackingInfo;
import com.vmware.vim25.VirtualMachinePowerState;
import com.vmware.vim25.VirtualVmxnet3;
import java.util.Map;
import java.util.TreeMap;

/** A machine of which everything is told. */
final class MachineSample {
    private MachineSample() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        all.put("name", "shop%2f1");
        all.put("parent", Samples.reference("Folder", "group-v5"));
        all.put("config.uuid", "bios-uuid");
        all.put("config.instanceUuid", "instance-uuid");
        all.put("config.template", false);
        all.put("config.guestId", "rhel9_64Guest");
        all.put("config.guestFullName", "Red Hat Enterprise Linux 9 (64-bit)");
        all.put("config.version", "vmx-19");
        all.put("config.hardware.numCPU", 4);
        all.put("config.hardware.memoryMB", 8192);
        all.put("config.hardware.device", new Object[] {
            disk("[fast] shop/disk1.vmdk", 10_485_760L + 1, null),
            disk("[fast] shop/disk2.vmdk", 1_048_575, null),
            card()
        });
        all.put("runtime.powerState", VirtualMachinePowerState.poweredOn);
        all.put("runtime.host", Samples.reference("HostSystem", "host-9"));
        all.put("summary.runtime.bootTime", Samples.BOOT);
        all.put("summary.quickStats.overallCpuUsage", 250);
        all.put("summary.quickStats.guestMemoryUsage", 1024);
        all.put("guest.ipAddress", "192.0.2.10");
        all.put("guest.hostName", "shop1.example");
        all.put(
                "guest.net",
                new GuestNicInfo[] {nic(4001, "192.0.2.20"), nic(4000, "198.51.100.10", "192.0.2.10", "2001:db8::10")});
        all.put("guest.toolsRunningStatus", "guestToolsRunning");
        all.put("guest.toolsVersion", "12352");
        all.put("resourcePool", Samples.reference("ResourcePool", "resgroup-21"));
        all.put("datastore", Samples.references("Datastore", "datastore-31", "datastore-30"));
        all.put("network", Samples.references("Network", "network-40"));
        return all;
    }

    static VirtualDisk disk(String file, long kib, VirtualDiskFlatVer2BackingInfo parent) {
        VirtualDiskFlatVer2BackingInfo backing = backing(file, parent);
        VirtualDisk disk = new VirtualDisk();
        disk.setKey(2000);
        disk.setDeviceInfo(label("Hard disk " + file.replaceAll("\\D", "")));
        disk.setCapacityInKB(kib);
        disk.setBacking(backing);
        return disk;
    }

    static VirtualDiskFlatVer2BackingInfo backing(String file, VirtualDiskFlatVer2BackingInfo parent) {
        VirtualDiskFlatVer2BackingInfo backing = new VirtualDiskFlatVer2BackingInfo();
        backing.setFileName(file);
        backing.setDatastore(Samples.reference("Datastore", "datastore-30"));
        backing.setThinProvisioned(true);
        backing.setDiskMode("persistent");
        backing.setParent(parent);
        return backing;
    }

    private static VirtualVmxnet3 card() {
        VirtualEthernetCardNetworkBackingInfo backing = new VirtualEthernetCardNetworkBackingInfo();
        backing.setNetwork(Samples.reference("Network", "network-40"));
        VirtualDeviceConnectInfo connected = new VirtualDeviceConnectInfo();
        connected.setConnected(true);
        VirtualVmxnet3 card = new VirtualVmxnet3();
        card.setKey(4000);
        card.setDeviceInfo(label("Network adapter 1"));
        card.setMacAddress("00:50:56:AB:CD:EF");
        card.setConnectable(connected);
        card.setBacking(backing);
        return card;
    }

    static GuestNicInfo nic(int key, String... addresses) {
        GuestNicInfo nic = new GuestNicInfo();
        nic.setDeviceConfigId(key);
        nic.setMacAddress(key == 4000 ? "00:50:56:ab:cd:ef" : "00:50:56:00:00:01");
        nic.setIpAddress(addresses);
        return nic;
    }

    private static Description label(String text) {
        Description description = new Description();
        description.setLabel(text);
        return description;
    }
}
