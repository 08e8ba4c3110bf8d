package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import provider.ovh.client.OvhClient;

/** What can be done to an instance. */
final class CloudActions {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Set<String> RUNS = Set.of("ACTIVE");
    private static final Set<String> STOPPED = Set.of("SHUTOFF", "STOPPED");
    private static final Set<String> REBOOTS = Set.of("REBOOT", "HARD_REBOOT");
    /** Looks after which an instance that always ran counts as rebooted: the reboot fell between two of them. */
    private static final int LOOKS = 3;

    private final ActionProgress progress;
    private final Following following;

    CloudActions(OvhClient client, ActionProgress progress) {
        this.progress = progress;
        this.following = new Following(client, progress);
    }

    ActionResult perform(ActionRequest request) throws ProviderException, InterruptedException {
        if (!(request.target().properties().get("project_id") instanceof String project)) {
            throw Following.refused("The project of the instance is not known: collect it first.");
        }
        String instance = "/cloud/project/" + OvhClient.segment(project) + "/instance/"
                + OvhClient.segment(request.target().emsRef());
        return switch (request.action()) {
            case "soft-reboot" -> reboot(instance, "soft");
            case "hard-reboot" -> reboot(instance, "hard");
            case "start" -> power(instance, "start", RUNS);
            case "stop" -> power(instance, "stop", STOPPED);
            case "rename" -> rename(instance, request.parameters().get("name").toString());
            default -> throw Following.refused("There is no action " + request.action() + ".");
        };
    }

    private ActionResult reboot(String instance, String type) throws ProviderException, InterruptedException {
        following.change("POST", instance + "/reboot", Map.of("type", type));
        boolean seen = false;
        for (int looks = 1; ; looks++) {
            String status = status(instance);
            seen |= REBOOTS.contains(status);
            if (RUNS.contains(status) && (seen || looks >= LOOKS)) {
                return ActionResult.of("OVHcloud rebooted the instance (" + type + ").");
            }
        }
    }

    private ActionResult power(String instance, String verb, Set<String> wanted)
            throws ProviderException, InterruptedException {
        following.change("POST", instance + "/" + verb, Map.of());
        String status;
        do {
            status = status(instance);
        } while (!wanted.contains(status));
        return ActionResult.of("The instance is " + status + ".");
    }

    private ActionResult rename(String instance, String name) throws ProviderException, InterruptedException {
        following.change("PUT", instance, Map.of("instanceName", name));
        return ActionResult.of("The instance is named " + name + ".");
    }

    private String status(String instance) throws ProviderException, InterruptedException {
        JsonNode now =
                following.look(instance, PAUSE).orElseThrow(() -> Following.refused("The instance is there no more."));
        String status = now.path("status").asText("");
        if (status.equals("ERROR")) {
            throw Following.refused("The instance is in state ERROR.");
        }
        progress.step(50, "The instance is " + status);
        return status;
    }
}
