package provider.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.resource.ResourceData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import provider.sample.estate.Estate;
import provider.sample.estate.Kind;
import provider.sample.map.ResourceMapper;

/** What {@code manifest.yml} says is what the code does. */
final class ManifestTest {
    private final Map<String, Object> manifest = read();

    @Test
    void theTypesAreThoseOfTheEstate() {
        Set<String> slugs = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            slugs.add(kind.slug());
        }
        assertEquals(List.copyOf(slugs), manifest.get("supported_resource_types"));
    }

    @Test
    void theServicePropertiesSayTheSame() throws IOException {
        String component = text("/OSGI-INF/provider.sample.SampleProvider.xml");
        for (String key : List.of("vendor", "provider_type", "display_name")) {
            assertTrue(
                    component.contains("name=\"" + key + "\" type=\"String\" value=\"" + manifest.get(key) + "\""),
                    key);
        }
        List<?> types = (List<?>) manifest.get("supported_resource_types");
        String lines = String.join("\n", types.stream().map(String::valueOf).toList());
        assertTrue(component.contains("name=\"supported_resource_types\" type=\"String\">" + lines + "<"));
    }

    @Test
    void theParametersAreThoseThatAreRead() throws Exception {
        Asked asked = new Asked();
        Settings.of(asked);
        Set<String> names = new TreeSet<>();
        entries("connection_parameters").forEach(parameter -> names.add((String) parameter.get("name")));
        assertEquals(asked.keys, names);
    }

    @Test
    void theDefaultsAreThoseOfTheCode() throws Exception {
        Map<String, Object> defaults = new HashMap<>();
        for (Map<String, Object> parameter : entries("connection_parameters")) {
            defaults.put((String) parameter.get("name"), parameter.get("default"));
        }
        assertEquals(Settings.of(Map.of()), Settings.of(defaults));
    }

    @Test
    void thePropertiesAreThoseThatAreWritten() {
        Map<String, String> written = new TreeMap<>();
        ResourceMapper mapper = new ResourceMapper(new Estate(100, 1, 1, 0, 1, 0), false);
        for (int i = 0; i < 100; i++) {
            ResourceData resource = mapper.map(i);
            resource.properties()
                    .forEach((key, value) -> written.put(resource.resourceTypeSlug() + "." + key, valueType(value)));
        }
        Map<String, String> documented = new TreeMap<>();
        for (Map<String, Object> property : entries("property_definitions")) {
            documented.put(
                    property.get("resource_type") + "." + property.get("key"), (String) property.get("value_type"));
            for (String key : List.of("name", "description", "example")) {
                assertTrue(property.get(key) instanceof String text && !text.isBlank(), property + " lacks " + key);
            }
        }
        assertEquals(written, documented);
    }

    private static String valueType(Object value) {
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Instant) {
            return "datetime";
        }
        if (value instanceof Integer || value instanceof Long) {
            return "integer";
        }
        return value instanceof Double ? "float" : "json";
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> entries(String key) {
        return (List<Map<String, Object>>) manifest.get(key);
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml().load(text("/manifest.yml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = ManifestTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An empty config that remembers what it was asked for. */
    private static final class Asked extends HashMap<String, Object> {
        private static final long serialVersionUID = 1L;
        private final transient Set<String> keys = new TreeSet<>();

        @Override
        public boolean containsKey(Object key) {
            keys.add((String) key);
            return false;
        }

        @Override
        public Object getOrDefault(Object key, Object otherwise) {
            keys.add((String) key);
            return otherwise;
        }
    }
}
