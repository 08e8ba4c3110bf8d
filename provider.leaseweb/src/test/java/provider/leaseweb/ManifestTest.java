package provider.leaseweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the manifest promises is what the code does. */
class ManifestTest {
    private static final Map<String, Object> MANIFEST =
            new Yaml().load(ManifestTest.class.getResourceAsStream("/manifest.yml"));

    @Test
    void everyPropertyThatIsWrittenIsDefinedAndNoOther() throws Exception {
        TreeSet<String> written = new TreeSet<>();
        try (FakeLeaseweb leaseweb = FakeLeaseweb.with(1)) {
            leaseweb.server("100000").job("rescueMode", "");
            ProviderConnection connection = FakeLeaseweb.provider().connect(leaseweb.context());
            RecordingSink sink = new RecordingSink();
            for (Scope scope : connection.scopes()) {
                connection.collect(scope, sink);
            }
            sink.resources()
                    .forEach(resource -> resource.properties()
                            .forEach((key, value) ->
                                    written.add(resource.resourceTypeSlug() + "." + key + ": " + valueType(value))));
        }
        written.add("bare_metal.contract_ends_at: datetime");
        TreeSet<String> defined = new TreeSet<>();
        section("property_definitions")
                .forEach(one ->
                        defined.add(one.get("resource_type") + "." + one.get("key") + ": " + one.get("value_type")));
        assertEquals(String.join("\n", defined), String.join("\n", written));
    }

    @Test
    void everyActionIsKnown() throws Exception {
        try (FakeLeaseweb leaseweb = FakeLeaseweb.with(1)) {
            for (Map<String, Object> action : section("actions")) {
                String name = action.get("name").toString();
                Map<String, Object> parameters = Map.of(
                        "operating_system", "DEBIAN_12_64BIT", "bootfile", "http://192.0.2.1/", "power_cycle", true);
                if (name.equals("cancel-job")) {
                    leaseweb.server("100000").job("rescueMode", "");
                }
                ResourceActions connection =
                        (ResourceActions) FakeLeaseweb.provider().connect(leaseweb.context());
                RecordingProgress progress = new RecordingProgress();
                assertFalse(connection
                        .perform(Targets.request(name, "100000", "bare_metal", parameters), progress)
                        .message()
                        .isBlank());
                assertFalse(progress.unsettled(), name);
            }
            ResourceActions connection =
                    (ResourceActions) FakeLeaseweb.provider().connect(leaseweb.context());
            assertThrows(
                    ProviderException.class,
                    () -> connection.perform(
                            Targets.request("dance", "100000", "bare_metal", Map.of()), new RecordingProgress()));
        }
    }

    private static String valueType(Object value) {
        return value instanceof Boolean
                ? "boolean"
                : value instanceof Long
                        ? "integer"
                        : value instanceof Instant ? "datetime" : value instanceof String ? "string" : "json";
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> section(String name) {
        return (List<Map<String, Object>>) MANIFEST.get(name);
    }
}
