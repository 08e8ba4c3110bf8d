package provider.ovh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.http.FakeHttpServer;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The properties that the manifest defines are those that are written. */
class ManifestTest {
    @Test
    void everyPropertyOfServersIsDefinedAndNoOther() throws Exception {
        FakeOvh ovh = DedicatedEstate.fill(new FakeOvh(), 2);
        DedicatedEstate.addVrack(ovh, "pn-1");
        assertEquals(defined(0), written(ovh, new DedicatedProvider()));
    }

    @Test
    void everyPropertyOfThePublicCloudIsDefinedAndNoOther() throws Exception {
        assertEquals(defined(1), written(CloudEstate.addProject(new FakeOvh(), "p1", 1), new CloudProvider()));
    }

    private static String written(FakeOvh ovh, BaseProvider provider) throws Exception {
        RecordingSink sink = new RecordingSink();
        try (FakeHttpServer server = FakeHttpServer.conversing(FakeOvh.RIGHT, FakeOvh.WRONG, ovh)) {
            ProviderConnection connection = provider.connect(server.context());
            for (Scope scope : connection.scopes()) {
                connection.collect(scope, sink);
            }
        }
        TreeSet<String> written = new TreeSet<>();
        sink.resources()
                .forEach(resource -> resource.properties()
                        .forEach((key, value) ->
                                written.add(resource.resourceTypeSlug() + "." + key + ": " + valueType(value))));
        return String.join("\n", written);
    }

    private static String valueType(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof Long ? "integer" : value instanceof String ? "string" : "json";
    }

    private static String defined(int plugin) {
        List<Map<String, List<Map<String, Object>>>> manifests = new ArrayList<>();
        new Yaml()
                .loadAll(ManifestTest.class.getResourceAsStream("/manifest.yml"))
                .forEach(manifest -> manifests.add(plain(manifest)));
        TreeSet<String> defined = new TreeSet<>();
        manifests
                .get(plugin)
                .get("property_definitions")
                .forEach(one ->
                        defined.add(one.get("resource_type") + "." + one.get("key") + ": " + one.get("value_type")));
        return String.join("\n", defined);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Map<String, Object>>> plain(Object manifest) {
        return (Map<String, List<Map<String, Object>>>) manifest;
    }
}
