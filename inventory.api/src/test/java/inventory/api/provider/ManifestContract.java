package inventory.api.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.resource.ResourceData;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the manifest of a plugin promises is what the plugin does. Each plugin has a test that extends this. */
public abstract class ManifestContract {
    private static final List<String> OF_THE_SERVICE =
            List.of("vendor", "provider_type", "display_name", "supported_resource_types");

    /** @return the plugin's component */
    protected abstract Class<? extends BaseProvider> plugin();

    /** @return resources of every type that it reads, with every property that it writes */
    protected abstract Collection<ResourceData> everything() throws Exception;

    /** @return names of the connection parameters that nobody may see, in the order of the manifest */
    protected abstract List<String> secrets();

    @Test
    public void theTypesAreThoseThatAreRead() throws Exception {
        TreeSet<String> read = everything().stream()
                .map(ResourceData::resourceTypeSlug)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(List.copyOf(read), manifest().get("supported_resource_types"));
    }

    @Test
    public void everyPropertyThatIsWrittenIsDefinedAndNoOther() throws Exception {
        Stream<String> written = everything().stream()
                .flatMap(resource -> resource.properties().entrySet().stream()
                        .map(property -> resource.resourceTypeSlug() + "." + property.getKey() + ": "
                                + valueType(property.getValue())));
        Stream<String> defined = section("property_definitions")
                .map(one -> one.get("resource_type") + "." + one.get("key") + ": " + one.get("value_type"));
        assertEquals(sorted(written), sorted(defined));
    }

    @Test
    public void everyPropertyIsDescribed() throws Exception {
        for (Map<String, Object> property : section("property_definitions").toList()) {
            for (String key : List.of("name", "description", "example")) {
                assertTrue(property.get(key) instanceof String text && !text.isBlank(), property + " lacks " + key);
            }
        }
    }

    @Test
    public void secretsAreMarked() throws Exception {
        assertEquals(
                secrets(),
                section("connection_parameters")
                        .filter(one -> Boolean.TRUE.equals(one.get("secret")))
                        .map(one -> one.get("name"))
                        .toList());
    }

    /** The registry lists the plugin by its service properties, before anything of it is loaded. */
    @Test
    public void theServicePropertiesSayTheSame() throws Exception {
        Map<String, Object> promised = new TreeMap<>(manifest());
        promised.keySet().retainAll(OF_THE_SERVICE);
        assertEquals(promised, ServiceProperties.of(plugin()));
    }

    /** @return the entries of a list of the manifest */
    @SuppressWarnings("unchecked")
    protected final Stream<Map<String, Object>> section(String name) throws Exception {
        return ((List<Map<String, Object>>) manifest().getOrDefault(name, List.of())).stream();
    }

    /** A bundle with several plugins has a document for each in its file. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> manifest() throws Exception {
        Map<String, Object> service = ServiceProperties.of(plugin());
        try (InputStream file = plugin().getResourceAsStream("/manifest.yml")) {
            return StreamSupport.stream(new Yaml().loadAll(file).spliterator(), false)
                    .map(document -> (Map<String, Object>) document)
                    .filter(document -> document.get("provider_type").equals(service.get("provider_type")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no manifest for " + service));
        }
    }

    private static String sorted(Stream<String> lines) {
        return lines.distinct().sorted().collect(Collectors.joining("\n"));
    }

    /** @return the word that the manifest has for a value of this kind */
    private static String valueType(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof Integer || value instanceof Long) {
            return "integer";
        } else if (value instanceof Number) {
            return "float";
        } else if (value instanceof Instant) {
            return "datetime";
        }
        return value instanceof String ? "string" : "json";
    }
}
