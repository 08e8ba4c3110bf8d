package provider.ovh.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;

/** A vRack, the private network between servers. */
public final class VrackMapper {
    public static final String TYPE = "vlan_segment";

    private VrackMapper() {}

    /**
     * @param servers names of those that are in it as a whole
     * @param interfaces those of servers that are in it by one of their interfaces
     */
    public static ResourceData resource(String id, JsonNode vrack, JsonNode servers, JsonNode interfaces) {
        String name = Fields.text(vrack, "name");
        ResourceData.Builder builder = ResourceData.of(id, TYPE)
                .name(name.isBlank() ? id : name)
                .description(Fields.text(vrack, "description"))
                .canonicalId(Fields.text(vrack.path("iam"), "urn"))
                .vendorType("vRack")
                .state(ResourceState.ACTIVE);
        Fields.texts(servers).forEach(server -> builder.relation(RelationshipType.CONNECTED_TO, server));
        interfaces.forEach(one -> builder.relation(RelationshipType.CONNECTED_TO, Fields.text(one, "dedicatedServer")));
        return builder.build();
    }
}
