package provider.ovh.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.resource.ResourceData;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each status that OVHcloud describes has a state. */
class StatesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProjectFacts project = new ProjectFacts("p1", "shop", Map.of(), Map.of());

    @Test
    void ofInstances() throws Exception {
        assertEquals(
                Set.of("UNKNOWN"),
                unknown("cloud.instance.InstanceStatusEnum", 31, one -> InstanceMapper.resource(one, project)));
    }

    @Test
    void ofVolumes() throws Exception {
        assertEquals(
                Set.of(), unknown("cloud.volume.VolumeStatusEnum", 22, one -> VolumeMapper.resource(one, project)));
    }

    /** @return the statuses whose state is not known */
    private static Set<String> unknown(String schema, int statuses, Function<JsonNode, ResourceData> mapper)
            throws Exception {
        JsonNode described =
                document().path("components").path("schemas").path(schema).path("enum");
        assertEquals(statuses, described.size());
        Set<String> unknown = new TreeSet<>();
        for (JsonNode status : described) {
            ObjectNode thing = JSON.createObjectNode().put("id", "x").put("region", "GRA11");
            if (mapper.apply(thing.set("status", status)).state().equals("unknown")) {
                unknown.add(status.asText());
            }
        }
        return unknown;
    }

    private static JsonNode document() throws Exception {
        try (InputStream in = StatesTest.class.getResourceAsStream("/provider/ovh/openapi.json")) {
            return JSON.readTree(in);
        }
    }
}
