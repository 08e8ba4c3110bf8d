package provider.alicloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.http.FakeHttpServer.Reply;
import java.util.List;
import java.util.Map;

/** What is done to instances: as on the platform, it takes a while, here two looks. */
record FakeInstances(List<ObjectNode> instances) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NEXT =
            Map.of("Starting", "Pending", "Pending", "Running", "Stopping", "Stopped");

    Reply change(String action, Map<String, String> parameters) {
        ObjectNode instance = instances.stream()
                .filter(one -> one.path("InstanceId").asText().equals(parameters.get("InstanceId")))
                .findFirst()
                .orElse(null);
        if (instance == null) {
            return FakeAlicloud.error(404, "InvalidInstanceId.NotFound");
        }
        if (action.equals("ModifyInstanceAttribute")) {
            instance.put("InstanceName", parameters.get("InstanceName"));
            return Reply.of("{\"RequestId\": \"1\"}");
        }
        String needed = action.equals("StartInstance") ? "Stopped" : "Running";
        if (!instance.path("Status").asText().equals(needed)) {
            return FakeAlicloud.error(403, "IncorrectInstanceStatus");
        }
        if ("true".equals(parameters.get("DryRun"))) {
            return FakeAlicloud.error(400, "DryRunOperation");
        }
        instance.put("Status", action.equals("StopInstance") ? "Stopping" : "Starting");
        instance.put("WasForced", "true".equals(parameters.get("ForceStop")));
        return Reply.of("{\"RequestId\": \"1\"}");
    }

    /** Shows these and lets time pass. */
    Reply look(String ids) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode shown = answer.putObject("Instances").putArray("Instance");
        for (ObjectNode instance : instances) {
            if (ids.contains("\"" + instance.path("InstanceId").asText() + "\"")) {
                shown.add(instance.deepCopy());
                String status = instance.path("Status").asText();
                instance.put("Status", NEXT.getOrDefault(status, status));
            }
        }
        return Reply.of(answer.toString());
    }
}
