package provider.alicloud;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import provider.alicloud.client.Product;
import provider.alicloud.client.RpcClient;
import provider.alicloud.client.RpcClient.Operation;

/** Carries out the actions of the manifest, and follows an instance until it is in the state it was sent to. */
record InstanceActions(RpcClient client, ActionProgress progress) {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int SENT = 30;

    ActionResult perform(ActionRequest request) throws ProviderException, InterruptedException {
        Map<String, String> parameters =
                new TreeMap<>(Map.of("InstanceId", request.target().emsRef()));
        return switch (request.action()) {
            case "start" -> power(request, "StartInstance", parameters, "Running");
            case "stop" -> {
                forced(request, parameters);
                if (request.parameters().get("stopped_mode") instanceof String mode) {
                    parameters.put("StoppedMode", mode);
                }
                yield power(request, "StopInstance", parameters, "Stopped");
            }
            case "reboot" -> {
                forced(request, parameters);
                yield power(request, "RebootInstance", parameters, "Running");
            }
            case "rename" -> {
                String name = String.valueOf(request.parameters().get("name"));
                parameters.put("InstanceName", name);
                change(operation(request, "ModifyInstanceAttribute"), parameters);
                yield ActionResult.of(request.target().emsRef() + " is now called " + name + ".");
            }
            default -> throw new IllegalArgumentException("No action of this plugin: " + request.action());
        };
    }

    private static void forced(ActionRequest request, Map<String, String> parameters) {
        if (Boolean.TRUE.equals(request.parameters().get("force"))) {
            parameters.put("ForceStop", "true");
        }
    }

    private ActionResult power(ActionRequest request, String action, Map<String, String> parameters, String wanted)
            throws ProviderException, InterruptedException {
        Operation operation = operation(request, action);
        if (request.dryRun()) {
            client.rehearse(operation, parameters);
            return ActionResult.of("Alibaba Cloud would take it: " + request.action() + " of "
                    + request.target().emsRef() + ".");
        }
        change(operation, parameters);
        progress.step(SENT, "Alibaba Cloud took the request.");
        Set<String> onTheWay = wanted.equals("Stopped")
                ? Set.of("Running", "Stopping")
                : Set.of("Stopped", "Stopping", "Pending", "Starting");
        return followed(request, wanted, onTheWay);
    }

    private void change(Operation operation, Map<String, String> parameters)
            throws ProviderException, InterruptedException {
        progress.changing();
        client.change(operation, parameters);
        progress.changed();
    }

    private ActionResult followed(ActionRequest request, String wanted, Set<String> onTheWay)
            throws ProviderException, InterruptedException {
        String id = request.target().emsRef();
        String before = "";
        Duration pause = BETWEEN_LOOKS;
        while (true) {
            progress.pause(pause);
            pause = BETWEEN_LOOKS;
            try {
                String status = status(request);
                if (status.equals(wanted)) {
                    return ActionResult.of(id + " is " + wanted + ".");
                }
                if (!onTheWay.contains(status)) {
                    throw new ProviderException(
                            FailureKind.INTERNAL, id + " is " + status + " and not " + wanted + ".");
                }
                if (!status.equals(before)) {
                    before = status;
                    progress.step(SENT, id + " is " + status + ".");
                }
            } catch (ProviderException e) {
                if (e.kind() != FailureKind.THROTTLED) {
                    throw e;
                }
                pause = e.retryAfter().orElse(BETWEEN_LOOKS);
            }
        }
    }

    private String status(ActionRequest request) throws ProviderException, InterruptedException {
        String id = request.target().emsRef();
        JsonNode instances = client.call(
                        operation(request, "DescribeInstances"), Map.of("InstanceIds", "[\"" + id + "\"]"))
                .at("/Instances/Instance");
        if (instances.size() != 1) {
            throw new ProviderException(FailureKind.INTERNAL, id + " is no longer listed.");
        }
        return instances.get(0).path("Status").asText();
    }

    private static Operation operation(ActionRequest request, String action) throws ProviderException {
        String region = request.target().region();
        if (region.isEmpty()) {
            throw new ProviderException(
                    FailureKind.INTERNAL,
                    "The region of " + request.target().emsRef()
                            + " is not known: collect the provider and try again.");
        }
        return new Operation(Product.ECS, region, action);
    }
}
