package provider.sample.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Map;
import provider.sample.estate.Dice;

/** What carries packets. */
final class NetworkMapper {
    private static final List<String> ALGORITHMS = List.of("least_connections", "round_robin");

    private NetworkMapper() {}

    static ResourceData.Builder subnet(ResourceData.Builder resource, Site site) {
        String address = site.address();
        String network = address.substring(0, address.lastIndexOf('.'));
        return resource.state(ResourceState.ACTIVE)
                .property("cidr", network + ".0/24")
                .property("gateway", network + ".1")
                .property("vlan_id", 1 + site.rack() % 4094)
                .property("dhcp_enabled", site.dice().below(2, "dhcp") == 0);
    }

    static ResourceData.Builder loadBalancer(ResourceData.Builder resource, Site site) {
        Dice dice = site.dice();
        int port = dice.below(2, "listener") == 0 ? 80 : 443;
        return resource.state(ResourceState.ACTIVE)
                .ipAddress(site.address())
                .fqdn("service-" + site.index() + ".sample.example")
                .property("algorithm", dice.pick(ALGORITHMS, "algorithm"))
                .property("idle_timeout_seconds", 30 * (1 + dice.below(4, "timeout")))
                .property("listeners", List.of(Map.of("port", port, "protocol", "tcp")));
    }
}
