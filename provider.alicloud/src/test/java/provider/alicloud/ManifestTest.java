package provider.alicloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.ServiceProperties;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import provider.alicloud.map.BucketMapper;
import provider.alicloud.map.Origin;

/** What the manifest promises is what the code does. */
class ManifestTest {
    private static final Map<String, Object> MANIFEST =
            new Yaml().load(ManifestTest.class.getResourceAsStream("/manifest.yml"));
    private static final Map<String, JsonNode> ONE_OF_EACH = Map.of(
            "virtual_machine", Samples.instance(1),
            "block_storage", Samples.disk(1),
            "vpc", Samples.vpc(1),
            "subnet", Samples.vswitch(1),
            "security_group", Samples.securityGroup(1),
            "load_balancer", Samples.loadBalancer(1),
            "relational_db", Samples.database(1));

    @Test
    void theTypesAreThoseThatAreRead() {
        assertEquals(
                Stream.concat(ResourceKind.ALL.stream().map(ResourceKind::slug), Stream.of(EcsConnection.BUCKETS))
                        .sorted()
                        .toList(),
                MANIFEST.get("supported_resource_types"));
    }

    @Test
    void everyPropertyThatIsWrittenIsDefinedAndNoOther() {
        TreeSet<String> written = new TreeSet<>();
        for (ResourceKind kind : ResourceKind.ALL) {
            ResourceData resource = kind.mapper().apply(ONE_OF_EACH.get(kind.slug()), new Origin("1", "cn-hangzhou"));
            resource.properties()
                    .forEach((key, value) -> written.add(kind.slug() + "." + key + ": " + valueType(value)));
        }
        BucketMapper.map(name -> name.equals("Name") ? "photos" : "told", new Origin("1", ""))
                .properties()
                .forEach((key, value) -> written.add(EcsConnection.BUCKETS + "." + key + ": " + valueType(value)));
        TreeSet<String> defined = new TreeSet<>();
        list("property_definitions")
                .forEach(one ->
                        defined.add(one.get("resource_type") + "." + one.get("key") + ": " + one.get("value_type")));
        assertEquals(String.join("\n", written), String.join("\n", defined));
    }

    @Test
    void secretsAreMarked() {
        assertEquals(
                List.of("access_key_secret", "password", "security_token"),
                list("connection_parameters")
                        .filter(one -> Boolean.TRUE.equals(one.get("secret")))
                        .map(one -> one.get("name"))
                        .toList());
    }

    /** The registry lists the plugin by its service properties, before anything of it is loaded. */
    @Test
    void theServicePropertiesSayTheSame() throws Exception {
        Map<String, Object> promised = new TreeMap<>();
        for (String key : List.of("vendor", "provider_type", "display_name", "supported_resource_types")) {
            promised.put(key, MANIFEST.get(key));
        }
        assertEquals(promised, ServiceProperties.of(EcsProvider.class));
    }

    private static String valueType(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Number) {
            return "integer";
        }
        return value instanceof String ? "string" : "json";
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> list(String key) {
        return ((List<Map<String, Object>>) MANIFEST.get(key)).stream();
    }
}
