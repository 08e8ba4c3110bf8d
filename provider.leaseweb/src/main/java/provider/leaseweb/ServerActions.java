package provider.leaseweb;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import provider.leaseweb.client.LeasewebClient;
import provider.leaseweb.map.JobMapper;
import provider.leaseweb.map.Power;

/** What can be done to one server. Each call that changes something is sent once. */
final class ServerActions {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int MOST_LOOKS = 24;

    private final LeasewebClient client;
    private final String id;
    private final ActionProgress progress;
    private final JobFollower jobs;
    private final KeptSchemas schemas;

    ServerActions(LeasewebClient client, String id, ActionProgress progress, KeptSchemas schemas) {
        this.client = client;
        this.id = id;
        this.progress = progress;
        this.schemas = schemas;
        this.jobs = new JobFollower(client, id, progress);
    }

    ActionResult perform(ActionRequest request) throws ProviderException, InterruptedException {
        Map<String, Object> parameters = request.parameters();
        return switch (request.action()) {
            case "power-on" -> turn("powerOn", "on");
            case "power-off" -> turn("powerOff", "off");
            case "power-cycle" -> cycle();
            case "install" -> install(parameters);
            case "pxe-boot" -> boot(parameters);
            case "pxe-boot-end" -> endBoot();
            case "cancel-job" -> cancel();
            case "set-reference" -> refer((String) parameters.getOrDefault("reference", "lsw-" + id));
            case "jobs" -> jobs();
            default ->
                throw new ProviderException(FailureKind.INTERNAL, "There is no action " + request.action() + ".");
        };
    }

    /** The switch is asked once; whether it moved is seen by looking. */
    private ActionResult turn(String call, String wanted) throws ProviderException, InterruptedException {
        send("POST", "/" + call, Map.of());
        progress.step(20, "LeaseWeb took the request to turn the server " + wanted + ".");
        String status = "";
        for (int look = 0; look < MOST_LOOKS; look++) {
            status = Power.of(client.get(path("/powerInfo"))).status();
            if (status.equals(wanted)) {
                return new ActionResult("Server " + id + " is " + wanted + ".", Map.of("power", status));
            }
            progress.pause(BETWEEN_LOOKS);
        }
        throw new ProviderException(
                FailureKind.INTERNAL,
                "LeaseWeb took the request to turn server " + id + " " + wanted + ", and after "
                        + BETWEEN_LOOKS.multipliedBy(MOST_LOOKS).toSeconds() + " s it is still "
                        + (status.isEmpty() ? "unknown" : status) + "; look at it through its remote management.");
    }

    private ActionResult cycle() throws ProviderException, InterruptedException {
        send("POST", "/powerCycle", Map.of());
        return ActionResult.of("LeaseWeb cuts the power of server " + id + " and gives it back.");
    }

    private ActionResult install(Map<String, Object> parameters) throws ProviderException, InterruptedException {
        Map<String, Object> order = new Installation(client, parameters, schemas).order();
        jobs.refuseWhileOneRuns();
        progress.changing();
        String job = JobFollower.uuid(client.change("POST", path("/install"), order));
        progress.changed();
        progress.step(1, "LeaseWeb took the installation as job " + job + ".");
        jobs.follow(job);
        return new ActionResult(
                "Server " + id + " is installed with " + order.get("operatingSystemId") + ".", Map.of("job", job));
    }

    private ActionResult boot(Map<String, Object> parameters) throws ProviderException, InterruptedException {
        String bootfile = parameters.get("bootfile").toString();
        if (!isUrl(bootfile)) {
            throw new ProviderException(
                    FailureKind.INTERNAL,
                    "bootfile must be a URL such as http://192.0.2.1/boot.ipxe, not '" + bootfile + "'.");
        }
        Map<String, Object> lease = new LinkedHashMap<>(Map.of("bootfile", bootfile));
        if (parameters.containsKey("hostname")) {
            lease.put("hostname", parameters.get("hostname"));
        }
        send("POST", "/leases", lease);
        if (Boolean.FALSE.equals(parameters.get("power_cycle"))) {
            return ActionResult.of("Server " + id + " boots " + bootfile + " from the network when it starts next.");
        }
        progress.step(50, "The lease with the boot file is made.");
        send("POST", "/powerCycle", Map.of());
        return ActionResult.of("Server " + id + " starts anew and boots " + bootfile + " from the network.");
    }

    private static boolean isUrl(String text) {
        try {
            URI url = URI.create(text);
            return url.getHost() != null
                    && url.getScheme() != null
                    && url.getScheme().matches("https?|tftp");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private ActionResult endBoot() throws ProviderException, InterruptedException {
        send("DELETE", "/leases", Map.of());
        return ActionResult.of("Server " + id + " boots from its disk when it starts next.");
    }

    private ActionResult cancel() throws ProviderException, InterruptedException {
        String running = jobs.running()
                .orElseThrow(() -> new ProviderException(
                        FailureKind.INTERNAL, "No job runs on server " + id + ", so there is nothing to cancel."));
        progress.changing();
        String job = JobFollower.uuid(client.change("POST", path("/cancelActiveJob"), Map.of()));
        progress.changed();
        if (!job.equals(running)) {
            progress.step(50, "Job " + running + " had ended; LeaseWeb cancelled " + job + ".");
        }
        return new ActionResult("Job " + job + " of server " + id + " is cancelled.", Map.of("job", job));
    }

    private ActionResult refer(String reference) throws ProviderException, InterruptedException {
        send("PUT", "", Map.of("reference", reference));
        return new ActionResult(
                "The reference of server " + id + " is '" + reference + "'.", Map.of("reference", reference));
    }

    private ActionResult jobs() throws ProviderException, InterruptedException {
        List<JsonNode> all = client.list(path("/jobs"), "jobs", "");
        return new ActionResult(
                "Server " + id + " has had " + all.size() + (all.size() == 1 ? " job." : " jobs."),
                Map.of("jobs", all.stream().map(JobMapper::facts).toList()));
    }

    private void send(String method, String rest, Map<String, Object> body)
            throws ProviderException, InterruptedException {
        progress.changing();
        client.send(method, path(rest), body);
        progress.changed();
    }

    private String path(String rest) {
        return LeasewebClient.server(id, rest);
    }
}
