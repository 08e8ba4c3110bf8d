package provider.ovh.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.Optional;

/** A private network of the Public Cloud, which is another in each region. */
public final class NetworkMapper {
    public static final String TYPE = "vlan_segment";

    private NetworkMapper() {}

    /** @return the network in this region; empty if it is not there */
    public static Optional<ResourceData> resource(JsonNode network, String region, ProjectFacts project) {
        for (JsonNode place : network.path("regions")) {
            if (Fields.text(place, "region").equals(region)) {
                return Optional.of(resource(network, place, project));
            }
        }
        return Optional.empty();
    }

    private static ResourceData resource(JsonNode network, JsonNode place, ProjectFacts project) {
        String region = Fields.text(place, "region");
        String name = Fields.text(network, "id");
        String id = Fields.text(place, "openstackId");
        ResourceData.Builder builder = project.resource(id.isEmpty() ? name + "/" + region : id, TYPE, region)
                .name(Fields.text(network, "name"))
                .vendorType("Private Network")
                .state(state(Fields.text(place, "status")))
                .vendorIdentifier("network_id", name);
        Fields.properties(builder, network, "network_id", "id", "vlan_id", "vlanId");
        return builder.build();
    }

    private static ResourceState state(String status) {
        return switch (status) {
            case "ACTIVE" -> ResourceState.ACTIVE;
            case "BUILDING" -> ResourceState.PROVISIONING;
            default -> ResourceState.UNKNOWN;
        };
    }
}
