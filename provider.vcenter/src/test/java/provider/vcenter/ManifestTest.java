package provider.vcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.provider.ServiceProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import provider.vcenter.map.Samples;

/** What the manifest promises is what the code does. */
final class ManifestTest {
    private static final Map<String, Object> MANIFEST =
            new Yaml().load(ManifestTest.class.getResourceAsStream("/manifest.yml"));

    @Test
    void theTypesAreThoseThatAreRead() {
        List<String> read = Arrays.stream(ResourceKind.values())
                .map(ResourceKind::slug)
                .sorted()
                .toList();
        assertEquals(read, MANIFEST.get("supported_resource_types"));
    }

    @Test
    void everyPropertyThatIsWrittenIsDefinedAndNoOther() {
        TreeSet<String> written = new TreeSet<>();
        Samples.all()
                .forEach(resource -> resource.properties()
                        .forEach((key, value) -> written.add(
                                resource.resourceTypeSlug() + "." + key + ": " + Samples.valueType(value))));
        TreeSet<String> defined = new TreeSet<>();
        for (Map<String, String> one : definitions()) {
            defined.add(one.get("resource_type") + "." + one.get("key") + ": " + one.get("value_type"));
        }
        assertEquals(String.join("\n", written), String.join("\n", defined));
    }

    @Test
    void secretsAreMarked() {
        List<?> secrets = parameters().stream()
                .filter(one -> Boolean.TRUE.equals(one.get("secret")))
                .map(one -> one.get("name"))
                .toList();
        assertEquals(List.of("password"), secrets);
    }

    /** The registry lists the plugin by its service properties, before anything of it is loaded. */
    @Test
    void theServicePropertiesSayTheSame() throws Exception {
        Map<String, Object> promised = new TreeMap<>();
        for (String key : List.of("vendor", "provider_type", "display_name", "supported_resource_types")) {
            promised.put(key, MANIFEST.get(key));
        }
        assertEquals(promised, ServiceProperties.of(VcenterProvider.class));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> definitions() {
        return (List<Map<String, String>>) MANIFEST.get("property_definitions");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parameters() {
        return (List<Map<String, Object>>) MANIFEST.get("connection_parameters");
    }
}
