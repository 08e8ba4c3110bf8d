package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Projects of the Public Cloud in a fake. */
public final class CloudEstate {
    private CloudEstate() {}

    public static String path(String project) {
        return "/cloud/project/" + project;
    }

    /** Adds a project with so many instances in GRA11 and as many in SBG5, one volume and network in each, and the region GRA, which only stores. */
    public static FakeOvh addProject(FakeOvh fake, String project, int instances) {
        String path = path(project);
        fake.add("/cloud/project", project, FakeOvh.sample("project").put("project_id", project));
        addRegion(fake, path, "GRA11", "instance", "volume", "network");
        addRegion(fake, path, "SBG5", "instance", "volume", "network");
        addRegion(fake, path, "GRA", "storage");
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int number = 0; number < instances; number++) {
            all.add(instance(project, number, "GRA11")).add(instance(project, number, "SBG5"));
        }
        fake.put(path + "/instance", all);
        all.forEach(one -> fake.put(path + "/instance/" + one.path("id").asText(), one));
        ObjectNode data = FakeOvh.sample("volume").put("id", "v-gra-" + project);
        data.withArray("/attachedTo").add(id(project, 0, "GRA11"));
        ObjectNode spare = FakeOvh.sample("volume").put("id", "v-sbg-" + project);
        spare.put("name", "spare")
                .put("region", "SBG5")
                .put("status", "available")
                .put("bootable", true);
        put(fake, path + "/volume", data, spare);
        ObjectNode network = FakeOvh.sample("network");
        ((ObjectNode) network.path("regions").get(0)).put("openstackId", "n-gra-" + project);
        ((ObjectNode) network.path("regions").get(1)).put("openstackId", "n-sbg-" + project);
        put(fake, path + "/network/private", network);
        put(fake, path + "/flavor", FakeOvh.sample("flavor"));
        put(fake, path + "/image", FakeOvh.sample("image"));
        return fake;
    }

    private static void addRegion(FakeOvh fake, String project, String name, String... services) {
        ObjectNode region = FakeOvh.sample("region").put("name", name);
        for (String service : services) {
            region.withArray("/services").add(FakeOvh.sample("component").put("name", service));
        }
        fake.add(project + "/region", name, region);
    }

    private static void put(FakeOvh fake, String list, ObjectNode... items) {
        fake.put(list, JsonNodeFactory.instance.arrayNode().addAll(List.of(items)));
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
