package provider.acme.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;

/** What the system says about a widget, in the words of the inventory. */
public final class WidgetMapper {
    private WidgetMapper() {}

    public static ResourceData resource(JsonNode item) {
        String status = item.path("status").asText();
        return ResourceData.of(item.path("id").asText(), "virtual_machine")
                .name(item.path("name").asText())
                .vendorType("Widget")
                .powerState(status)
                .state(status.equals("on") ? ResourceState.RUNNING : ResourceState.STOPPED)
                .memoryMb(item.path("memory_mb").asLong())
                .ipAddress(item.path("address").asText())
                .property("colour", item.path("colour").asText())
                .build();
    }
}
