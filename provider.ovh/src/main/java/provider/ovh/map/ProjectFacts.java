package provider.ovh.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import java.util.Map;

/**
 * What all resources of a project of the Public Cloud refer to.
 *
 * @param flavors by id
 * @param images by id; those that are public
 */
public record ProjectFacts(String id, String name, Map<String, JsonNode> flavors, Map<String, JsonNode> images) {
    public ProjectFacts {
        flavors = Map.copyOf(flavors);
        images = Map.copyOf(images);
    }

    /** Begins a resource of the project in this region. */
    ResourceData.Builder resource(String id, String type, String region) {
        ResourceData.Builder builder = ResourceData.of(id, type)
                .region(region)
                .cloudTenant(this.id)
                .property("project_id", this.id)
                .property("project_name", name);
        Location.of(region).tag(builder);
        return builder;
    }
}
