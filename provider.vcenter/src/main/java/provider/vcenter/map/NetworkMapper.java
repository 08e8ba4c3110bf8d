package provider.vcenter.map;

import static inventory.api.taxonomy.RelationshipType.PART_OF;

import com.vmware.vim25.NumericRange;
import com.vmware.vim25.VMwareDVSPortSetting;
import com.vmware.vim25.VmwareDistributedVirtualSwitchPvlanSpec;
import com.vmware.vim25.VmwareDistributedVirtualSwitchTrunkVlanSpec;
import com.vmware.vim25.VmwareDistributedVirtualSwitchVlanIdSpec;
import com.vmware.vim25.VmwareDistributedVirtualSwitchVlanSpec;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Network or port group → {@code vlan_segment}. */
public final class NetworkMapper {
    /** What all networks have. */
    public static final List<String> PATHS = List.of("name", "parent", "summary.accessible");

    /** What port groups of distributed switches have; the port settings whole, for only their subtype knows VLANs. */
    public static final List<String> PORT_GROUP_PATHS = List.of(
            "name",
            "parent",
            "summary.accessible",
            "key",
            "config.distributedVirtualSwitch",
            "config.defaultPortConfig",
            "config.numPorts",
            "config.type");

    /** The type of port groups of distributed switches. */
    public static final String PORT_GROUP = "DistributedVirtualPortgroup";

    private NetworkMapper() {}

    public static ResourceData map(VimObject network, Origin origin) {
        return describe(network, origin, network.type().equals("OpaqueNetwork") ? "NSX Network" : "vSphere Network")
                .build();
    }

    public static ResourceData mapPortGroup(VimObject group, Origin origin) {
        String owner = group.id("config.distributedVirtualSwitch");
        VMwareDVSPortSetting ports = group.get("config.defaultPortConfig", VMwareDVSPortSetting.class);
        return describe(group, origin, "vSphere Distributed Port Group")
                .vendorIdentifier("portgroup_key", group.text("key"))
                .property("vlan", ports == null ? null : vlan(ports.getVlan()))
                .property("num_ports", group.small("config.numPorts"))
                .property("port_binding", group.text("config.type"))
                .property("switch", origin.tree().name(owner))
                .relation(PART_OF, owner)
                .build();
    }

    private static ResourceData.Builder describe(VimObject network, Origin origin, String vendorType) {
        return origin.describe(network, "vlan_segment", vendorType)
                .canonicalId(origin.canonicalId("network", network))
                .state(network.is("summary.accessible") ? ResourceState.ACTIVE : ResourceState.INACTIVE);
    }

    /** A number, or ranges of them for a trunk, as people write them. */
    private static String vlan(VmwareDistributedVirtualSwitchVlanSpec vlan) {
        if (vlan instanceof VmwareDistributedVirtualSwitchVlanIdSpec one) {
            return Integer.toString(one.getVlanId());
        } else if (vlan instanceof VmwareDistributedVirtualSwitchPvlanSpec secondary) {
            return Integer.toString(secondary.getPvlanId());
        } else if (vlan instanceof VmwareDistributedVirtualSwitchTrunkVlanSpec trunk && trunk.getVlanId() != null) {
            return Arrays.stream(trunk.getVlanId()).map(NetworkMapper::range).collect(Collectors.joining(","));
        }
        return null;
    }

    private static String range(NumericRange range) {
        return range.getStart() == range.getEnd()
                ? Integer.toString(range.getStart())
                : range.getStart() + "-" + range.getEnd();
    }
}
