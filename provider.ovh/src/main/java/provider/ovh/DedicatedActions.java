package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.Map;
import provider.ovh.client.OvhClient;

/** What can be done to a dedicated server. */
final class DedicatedActions {
    private static final Duration REBOOTING = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration INSTALLING = Duration.ofSeconds(30);

    private final OvhClient client;
    private final ActionProgress progress;
    private final Following following;

    DedicatedActions(OvhClient client, ActionProgress progress) {
        this.client = client;
        this.progress = progress;
        this.following = new Following(client, progress);
    }

    ActionResult perform(ActionRequest request) throws ProviderException, InterruptedException {
        String name = request.target().emsRef();
        String server = DedicatedConnection.SERVERS + "/" + OvhClient.segment(name);
        return switch (request.action()) {
            case "reboot" -> reboot(server);
            case "install" -> install(server, request);
            case "reverse-dns" -> new ReverseDns(client, following).set(server, request.parameters());
            case "rename" -> rename(server, request.parameters().get("name").toString());
            default -> throw Following.refused("There is no action " + request.action() + ".");
        };
    }

    private ActionResult reboot(String server) throws ProviderException, InterruptedException {
        JsonNode task = following.change("POST", server + "/reboot", Map.of());
        follow(server, task, REBOOTING);
        return done("OVHcloud rebooted the server.", task);
    }

    private ActionResult install(String server, ActionRequest request) throws ProviderException, InterruptedException {
        progress.step(0, "Checking what can be installed");
        Map<String, Object> order = new Installation(client, server).order(request.parameters());
        String what = request.parameters().get("template") + Installation.storage(order);
        if (request.dryRun()) {
            return ActionResult.of("Would erase the server and install " + what + ".");
        }
        JsonNode task = following.change("POST", server + "/reinstall", order);
        follow(server, task, INSTALLING);
        return done("OVHcloud installed " + what + ".", task);
    }

    private ActionResult rename(String server, String name) throws ProviderException, InterruptedException {
        long service = client.get(server + "/serviceInfos").path("serviceId").asLong(0);
        if (service == 0) {
            throw new ProviderException(
                    FailureKind.MALFORMED,
                    "GET " + server + "/serviceInfos told no serviceId, which a name belongs to.");
        }
        following.change("PUT", "/services/" + service, Map.of("displayName", name));
        return ActionResult.of("The server is shown as " + name + ".");
    }

    private static ActionResult done(String message, JsonNode task) {
        return new ActionResult(message, Map.of("task_id", task.path("taskId").asLong(0)));
    }

    /** Follows a task of the platform until it has ended. */
    private void follow(String server, JsonNode task, Duration pause) throws ProviderException, InterruptedException {
        long id = task.path("taskId").asLong(0);
        String function = task.path("function").asText("");
        if (id == 0) {
            throw new ProviderException(
                    FailureKind.MALFORMED,
                    "OVHcloud took the order but named no task, so that it cannot be followed: look at the server.");
        }
        progress.step(5, "OVHcloud began task " + id + " (" + function + ")");
        while (true) {
            JsonNode now = following
                    .look(server + "/task/" + id, pause)
                    .orElseThrow(() -> Following.refused(
                            "OVHcloud does not know the task " + id + " any more: look at the server."));
            String status = now.path("status").asText("");
            switch (status) {
                case "done" -> {
                    return;
                }
                case "cancelled", "customerError", "ovhError" ->
                    throw Following.refused("OVHcloud ended the task " + id + " (" + function + ") as " + status + ": "
                            + now.path("comment").asText("no comment") + ".");
                default -> progress.step(percent(server, function, status), "Task " + id + " is " + status);
            }
        }
    }

    /** An installation tells its steps; another task only that it has begun. */
    private int percent(String server, String function, String status) throws ProviderException, InterruptedException {
        if (!function.equals("reinstallServer")) {
            return status.equals("doing") ? 50 : 10;
        }
        return following
                .look(server + "/install/status", BETWEEN)
                .map(one -> one.path("progress"))
                .filter(steps -> !steps.isEmpty())
                .map(DedicatedActions::share)
                .orElse(10);
    }

    private static int share(JsonNode steps) {
        int done = 0;
        for (JsonNode step : steps) {
            done += step.path("status").asText("").equals("done") ? 1 : 0;
        }
        return 10 + 85 * done / steps.size();
    }
}
