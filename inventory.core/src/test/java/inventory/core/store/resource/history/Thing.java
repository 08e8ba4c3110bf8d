package inventory.core.store.resource.history;

import inventory.api.resource.ResourceData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A resource of the plain model. */
final class Thing {
    ResourceData data;
    String lane;
    boolean gone;
    Instant discovered;
    /** When its content or place was last found to be another one. */
    Instant written;

    /** Number of a run → how it was seen. */
    final Map<Integer, Sight> sights = new TreeMap<>();

    private static final Set<String> PROPERTIES = Set.of("number", "list");

    final List<Map<String, Number>> samples = new ArrayList<>();

    record Sight(String lane, String state) {}

    /** Which fields another observation changes; the order of lists is no change. */
    List<String> differences(ResourceData now) {
        List<String> fields = new ArrayList<>();
        Map<String, Object> old = fields(data);
        fields(now).forEach((field, value) -> {
            if (!value.equals(old.get(field))) {
                fields.add(PROPERTIES.contains(field) ? "properties" : field);
            }
        });
        return fields.stream().distinct().toList();
    }

    private static Map<String, Object> fields(ResourceData data) {
        return new TreeMap<>(Map.of(
                "resource_type_slug", data.resourceTypeSlug(),
                "name", data.name(),
                "state", data.state(),
                "canonical_id", data.canonicalId(),
                "cpu_count", data.cpuCount(),
                "number", ((Number) data.properties().get("number")).doubleValue(),
                "list", data.properties().get("list"),
                "ip_addresses", Set.copyOf(data.ipAddresses()),
                "relationships", Set.copyOf(data.relationships())));
    }
}
