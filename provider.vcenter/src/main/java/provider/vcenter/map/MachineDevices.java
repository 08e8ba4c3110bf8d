package provider.vcenter.map;

import com.vmware.vim25.GuestNicInfo;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.VirtualDevice;
import com.vmware.vim25.VirtualDeviceFileBackingInfo;
import com.vmware.vim25.VirtualDisk;
import com.vmware.vim25.VirtualDiskFlatVer2BackingInfo;
import com.vmware.vim25.VirtualDiskSeSparseBackingInfo;
import com.vmware.vim25.VirtualEthernetCard;
import com.vmware.vim25.VirtualEthernetCardDistributedVirtualPortBackingInfo;
import com.vmware.vim25.VirtualEthernetCardNetworkBackingInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The disks and network cards of one machine. */
final class MachineDevices {
    private static final long KIB_PER_GIB = 1L << 20;
    private final List<VirtualDisk> disks = new ArrayList<>();
    private final List<VirtualEthernetCard> cards = new ArrayList<>();
    private final List<GuestNicInfo> nics;
    private final Tree tree;

    MachineDevices(VimObject machine, Tree tree) {
        this.tree = tree;
        for (VirtualDevice device : machine.list("config.hardware.device", VirtualDevice.class)) {
            if (device instanceof VirtualDisk disk) {
                disks.add(disk);
            } else if (device instanceof VirtualEthernetCard card) {
                cards.add(card);
            }
        }
        nics = new ArrayList<>(machine.list("guest.net", GuestNicInfo.class));
        nics.sort(Comparator.comparingInt(GuestNicInfo::getDeviceConfigId));
    }

    /** GiB, each disk rounded down by itself. */
    Long diskGb() {
        return disks.isEmpty()
                ? null
                : disks.stream()
                        .mapToLong(disk -> disk.getCapacityInKB() / KIB_PER_GIB)
                        .sum();
    }

    /** As the guest tells them, card by card. */
    List<String> addresses() {
        return nics.stream()
                .filter(nic -> nic.getIpAddress() != null)
                .flatMap(nic -> List.of(nic.getIpAddress()).stream())
                .toList();
    }

    Set<String> hardwareAddresses() {
        Set<String> all = new TreeSet<>();
        cards.forEach(card -> addHardwareAddress(all, card.getMacAddress()));
        nics.forEach(nic -> addHardwareAddress(all, nic.getMacAddress()));
        return all;
    }

    private static void addHardwareAddress(Set<String> all, String address) {
        if (address != null && !address.isBlank()) {
            all.add(address.toLowerCase(Locale.ROOT));
        }
    }

    List<Map<String, Object>> describeDisks() {
        return disks.stream().map(this::describe).toList();
    }

    private Map<String, Object> describe(VirtualDisk disk) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", label(disk));
        facts.put("capacity_gb", Math.round(disk.getCapacityInKB() * 100.0 / KIB_PER_GIB) / 100.0);
        if (disk.getBacking() instanceof VirtualDeviceFileBackingInfo file) {
            put(facts, "file", file.getFileName());
            put(facts, "datastore", name(file.getDatastore()));
        }
        if (disk.getBacking() instanceof VirtualDiskFlatVer2BackingInfo flat) {
            put(facts, "thin", flat.getThinProvisioned());
            put(facts, "mode", flat.getDiskMode());
        }
        return facts;
    }

    List<Map<String, Object>> describeCards() {
        return cards.stream().map(this::describe).toList();
    }

    private Map<String, Object> describe(VirtualEthernetCard card) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", label(card));
        facts.put("type", card.getClass().getSimpleName().replaceFirst("^Virtual", ""));
        if (card.getMacAddress() != null) {
            facts.put("mac_address", card.getMacAddress().toLowerCase(Locale.ROOT));
        }
        put(facts, "network", network(card));
        if (card.getConnectable() != null) {
            facts.put("connected", card.getConnectable().isConnected());
        }
        nics.stream()
                .filter(nic -> nic.getDeviceConfigId() == card.getKey() && nic.getIpAddress() != null)
                .findFirst()
                .ifPresent(nic -> facts.put("ip_addresses", List.of(nic.getIpAddress())));
        return facts;
    }

    private String network(VirtualEthernetCard card) {
        if (card.getBacking() instanceof VirtualEthernetCardNetworkBackingInfo standard) {
            return standard.getNetwork() == null ? standard.getDeviceName() : name(standard.getNetwork());
        }
        if (card.getBacking() instanceof VirtualEthernetCardDistributedVirtualPortBackingInfo distributed
                && distributed.getPort() != null
                && distributed.getPort().getPortgroupKey() != null) {
            // The key of a port group is its id.
            return tree.name(distributed.getPort().getPortgroupKey());
        }
        return null;
    }

    /** A disk of a linked clone stands on one in the folder of another machine; that of a snapshot on one in its own. */
    boolean isLinkedClone() {
        return disks.stream().anyMatch(disk -> {
            String own = folder(disk.getBacking());
            for (Object at = parent(disk.getBacking()); at != null; at = parent(at)) {
                if (!folder(at).equals(own)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Object parent(Object backing) {
        return backing instanceof VirtualDiskFlatVer2BackingInfo flat
                ? flat.getParent()
                : backing instanceof VirtualDiskSeSparseBackingInfo sparse ? sparse.getParent() : null;
    }

    private static String folder(Object backing) {
        String file = backing instanceof VirtualDeviceFileBackingInfo info && info.getFileName() != null
                ? info.getFileName()
                : "";
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static String label(VirtualDevice device) {
        return device.getDeviceInfo() == null || device.getDeviceInfo().getLabel() == null
                ? Integer.toString(device.getKey())
                : device.getDeviceInfo().getLabel();
    }

    private String name(ManagedObjectReference reference) {
        return reference == null ? null : tree.name(reference.getVal());
    }

    private static void put(Map<String, Object> facts, String key, Object value) {
        if (value != null) {
            facts.put(key, value);
        }
    }
}
