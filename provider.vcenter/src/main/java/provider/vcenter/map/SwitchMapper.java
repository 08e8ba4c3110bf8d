package provider.vcenter.map;

import static inventory.api.taxonomy.RelationshipType.CONNECTED_TO;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;

/** Distributed switch → {@code switch}. */
public final class SwitchMapper {
    public static final List<String> PATHS =
            List.of("name", "parent", "uuid", "summary.numPorts", "summary.hostMember", "summary.productInfo.version");

    private SwitchMapper() {}

    public static ResourceData map(VimObject one, Origin origin) {
        ResourceData.Builder resource = origin.describe(one, "switch", "vSphere Distributed Switch")
                .canonicalId(origin.canonicalId("switch", one))
                .vendorIdentifier("switch_uuid", one.text("uuid"))
                .state(ResourceState.ACTIVE)
                .property("num_ports", one.small("summary.numPorts"))
                .property("version", one.text("summary.productInfo.version"))
                .property("num_hosts", one.ids("summary.hostMember").size());
        one.ids("summary.hostMember").forEach(host -> resource.relation(CONNECTED_TO, host));
        return resource.build();
    }
}
