package provider.leaseweb.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The private networks that servers are in. There is no list of them: they are known by their servers. */
public final class PrivateNetworkMapper {
    private PrivateNetworkMapper() {}

    /** Its reference; servers and networks are both numbered, so that the number alone would not do. Null without a number. */
    static String reference(JsonNode network) {
        String id = Texts.text(network.path("id"));
        return id == null ? null : "private-network/" + id;
    }

    /** One for each network that one of the servers is in. */
    public static Collection<ResourceData> resources(Iterable<JsonNode> servers) {
        Map<String, ResourceData> networks = new TreeMap<>();
        for (JsonNode server : servers) {
            for (JsonNode network : server.path("privateNetworks")) {
                String reference = reference(network);
                if (reference != null) {
                    networks.putIfAbsent(reference, resource(reference, network));
                }
            }
        }
        return networks.values();
    }

    private static ResourceData resource(String reference, JsonNode network) {
        String id = network.path("id").asText();
        return ResourceData.of(reference, "vlan_segment")
                .name("Private network " + id)
                .vendorType("Private Network")
                .vendorIdentifier("private_network_id", id)
                .state(ResourceState.ACTIVE)
                .property("subnet", Texts.text(network.path("subnet")))
                .property("vlan", Texts.text(network.path("vlanId")))
                .build();
    }
}
