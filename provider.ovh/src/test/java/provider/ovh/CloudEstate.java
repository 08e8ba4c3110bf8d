package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Projects of the Public Cloud in a fake. */
public final class CloudEstate {
    private static final String UP =
            "{'name': '%s', 'status': 'UP', 'services': [{'name': 'instance', 'status': 'UP'}, {'name': 'volume', 'status': 'UP'}, {'name': 'network', 'status': 'UP'}]}";

    private CloudEstate() {}

    public static String path(String project) {
        return "/cloud/project/" + project;
    }

    /** Adds a project with so many instances in GRA11 and as many in SBG5, one volume and network in each, and the region GRA, which only stores. */
    public static FakeOvh addProject(FakeOvh fake, String project, int instances) {
        String path = path(project);
        fake.add(
                "/cloud/project",
                project,
                FakeOvh.json("{'project_id': '%s', 'description': 'shop', 'status': 'ok'}".formatted(project)));
        fake.add(path + "/region", "GRA11", FakeOvh.json(UP.formatted("GRA11")));
        fake.add(path + "/region", "SBG5", FakeOvh.json(UP.formatted("SBG5")));
        fake.add(
                path + "/region",
                "GRA",
                FakeOvh.json("{'name': 'GRA', 'status': 'UP', 'services': [{'name': 'storage', 'status': 'UP'}]}"));
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int number = 0; number < instances; number++) {
            all.add(instance(project, number, "GRA11")).add(instance(project, number, "SBG5"));
        }
        fake.put(path + "/instance", all);
        all.forEach(one -> fake.put(path + "/instance/" + one.path("id").asText(), one));
        fake.put(
                path + "/volume",
                FakeOvh.json(
                        "[{'id': 'v-gra-%1$s', 'name': 'data', 'region': 'GRA11', 'size': 100, 'status': 'in-use', 'type': 'high-speed', 'planCode': 'volume.high-speed.consumption', 'bootable': false, 'attachedTo': ['%2$s'], 'creationDate': '2026-01-01T00:00:00Z'}, {'id': 'v-sbg-%1$s', 'name': 'spare', 'region': 'SBG5', 'size': 10, 'status': 'available', 'type': 'classic', 'bootable': true, 'attachedTo': []}]"
                                .formatted(project, id(project, 0, "GRA11"))));
        fake.put(
                path + "/network/private",
                FakeOvh.json(
                        "[{'id': 'pn-1_20', 'name': 'back', 'vlanId': 20, 'type': 'private', 'status': 'ACTIVE', 'regions': [{'region': 'GRA11', 'status': 'ACTIVE', 'openstackId': 'n-gra-%1$s'}, {'region': 'SBG5', 'status': 'BUILDING', 'openstackId': 'n-sbg-%1$s'}]}]"
                                .formatted(project)));
        fake.put(path + "/flavor", "[{'id': 'f-1', 'name': 'b3-8', 'vcpus': 2, 'ram': 8192, 'disk': 50}]");
        fake.put(path + "/image", "[{'id': 'i-1', 'name': 'Debian 12', 'type': 'linux'}]");
        return fake;
    }

    public static String id(String project, int number, String region) {
        return "%s-%s-%04d".formatted(project, region.toLowerCase(java.util.Locale.ROOT), number);
    }

    private static ObjectNode instance(String project, int number, String region) {
        JsonNode recorded = FakeOvh.recordedList("instances.json").get(0);
        ObjectNode instance = recorded.deepCopy();
        instance.put("id", id(project, number, region))
                .put("name", "vm-" + number)
                .put("region", region);
        instance.put("flavorId", "f-1").put("imageId", "i-1").put("sshKeyId", "k-1");
        String network = "n-" + region.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "-" + project;
        ((ObjectNode) instance.path("ipAddresses").get(1)).put("networkId", network);
        return instance;
    }

    /** From now on this service of the region has this status. */
    public static void service(FakeOvh fake, String project, String region, String service, String status) {
        for (JsonNode one : fake.document(path(project) + "/region/" + region).path("services")) {
            if (one.path("name").asText().equals(service)) {
                ((ObjectNode) one).put("status", status);
            }
        }
    }
}
