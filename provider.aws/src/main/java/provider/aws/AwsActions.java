package provider.aws;

import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import provider.aws.client.AwsClient;
import provider.aws.client.Ec2Changes;
import provider.aws.client.ScalingChanges;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;

/** Carries out the actions of the manifest, and follows a machine until it is in the state it was sent to. */
final class AwsActions {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int SENT = 30;
    private static final String GROUP_NAME = "autoScalingGroupName/";
    private final AwsClient aws;
    private final ActionProgress progress;

    AwsActions(AwsClient aws, ActionProgress progress) {
        this.aws = aws;
        this.progress = progress;
    }

    ActionResult perform(ActionRequest request) throws ProviderException, InterruptedException {
        String id = request.target().emsRef();
        String region = request.target().region();
        if (region.isEmpty()) {
            throw new ProviderException(
                    FailureKind.INTERNAL, "The region of " + id + " is not known: collect the provider and try again.");
        }
        if (request.action().equals("desired-capacity")) {
            return desiredCapacity(request, new ScalingChanges(aws, region, progress));
        }
        Ec2Changes ec2 = new Ec2Changes(aws, region, request.dryRun(), progress);
        return switch (request.action()) {
            case "start" -> {
                ec2.start(id);
                yield followed(request, ec2, "running", Set.of("pending"));
            }
            case "stop" -> {
                ec2.stop(id, flag(request, "force"));
                yield followed(request, ec2, "stopped", Set.of("stopping", "running"));
            }
            case "terminate" -> {
                ec2.terminate(id);
                yield followed(request, ec2, "terminated", Set.of("shutting-down", "running", "stopped"));
            }
            case "reboot" -> {
                ec2.reboot(id);
                yield done(request, id + " was told to reboot; EC2 does not say when it is back.");
            }
            case "set-tag" -> {
                ec2.tag(id, text(request, "key"), text(request, "value"));
                yield done(request, id + " has the tag " + text(request, "key") + ".");
            }
            case "remove-tag" -> {
                ec2.untag(id, text(request, "key"));
                yield done(request, id + " has no tag " + text(request, "key") + ".");
            }
            default -> throw new IllegalArgumentException("No action of this plugin: " + request.action());
        };
    }

    private ActionResult followed(ActionRequest request, Ec2Changes ec2, String wanted, Set<String> onTheWay)
            throws ProviderException, InterruptedException {
        String id = request.target().emsRef();
        if (request.dryRun()) {
            return done(request, "");
        }
        progress.step(SENT, "EC2 took the request.");
        String said = "";
        while (true) {
            progress.pause(BETWEEN_LOOKS);
            Ec2Changes.State state = ec2.state(id);
            if (state.name().equals(wanted)) {
                return done(request, id + " is " + wanted + ".");
            }
            if (!onTheWay.contains(state.name())) {
                throw new ProviderException(
                        FailureKind.INTERNAL,
                        "%s is %s and not %s. EC2 says: %s"
                                .formatted(
                                        id,
                                        state.name(),
                                        wanted,
                                        state.reason().isEmpty() ? "nothing." : state.reason()));
            }
            if (!state.name().equals(said)) {
                said = state.name();
                progress.step(SENT, id + " is " + said + ".");
            }
        }
    }

    private ActionResult desiredCapacity(ActionRequest request, ScalingChanges scaling)
            throws ProviderException, InterruptedException {
        String id = request.target().emsRef();
        String name = id.substring(id.lastIndexOf(GROUP_NAME) + (id.contains(GROUP_NAME) ? GROUP_NAME.length() : 1));
        long size = (Long) request.parameters().get("size");
        AutoScalingGroup group = scaling.find(name);
        if (size < group.minSize() || size > group.maxSize()) {
            throw new ProviderException(
                    FailureKind.INTERNAL,
                    "%s may have %d to %d instances, not %d. Change the limits of the group first."
                            .formatted(name, group.minSize(), group.maxSize(), size));
        }
        scaling.setDesiredCapacity(name, Math.toIntExact(size), flag(request, "honor_cooldown"));
        return new ActionResult(
                "%s shall have %d instances, after %d. Auto Scaling starts and ends them by itself."
                        .formatted(name, size, group.desiredCapacity()),
                Map.of("desired_capacity", size, "previous_desired_capacity", group.desiredCapacity()));
    }

    private static ActionResult done(ActionRequest request, String message) {
        return ActionResult.of(
                request.dryRun()
                        ? "EC2 would permit it: " + request.action() + " of "
                                + request.target().emsRef()
                                + ". Whether its state and protection allow it, EC2 tells only when it is done."
                        : message);
    }

    private static boolean flag(ActionRequest request, String name) {
        return Boolean.TRUE.equals(request.parameters().get(name));
    }

    private static String text(ActionRequest request, String name) {
        return String.valueOf(request.parameters().get(name));
    }
}
