package provider.sample;

import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.Map;

/** Carries out actions in name only: a computed estate does not change. How they end is asked for. */
final class SampleActions {
    private static final Duration FOR_EVER = Duration.ofSeconds(1);

    private final ActionProgress progress;

    SampleActions(ActionProgress progress) {
        this.progress = progress;
    }

    ActionResult perform(ActionRequest request) throws ProviderException, InterruptedException {
        Map<String, Object> parameters = request.parameters();
        if (request.dryRun()) {
            return ActionResult.of(request.target().name() + " would be called " + parameters.get("name") + ".");
        }
        String outcome = (String) parameters.getOrDefault("outcome", "success");
        switch (outcome) {
            case "refused" -> throw new ProviderException(FailureKind.INTERNAL, "The generator was told to refuse.");
            case "hang" -> hang();
            default -> progress.changing();
        }
        switch (outcome) {
            case "lost" ->
                throw new ProviderException(FailureKind.UNREACHABLE, "The generator was told to break the connection.");
            case "hang_changing" -> hang();
            default -> progress.changed();
        }
        return switch (request.action()) {
            case "reboot" -> reboot(request);
            case "rename" -> ActionResult.of("The generator keeps no names; nothing was renamed.");
            default -> ActionResult.of("The generator has no power to switch.");
        };
    }

    private ActionResult reboot(ActionRequest request) throws ProviderException, InterruptedException {
        long steps = (Long) request.parameters().get("steps");
        Duration pause = Duration.ofMillis((Long) request.parameters().get("step_ms"));
        for (long step = 1; step <= steps; step++) {
            progress.step((int) (100 * step / (steps + 1)), "Step " + step + " of " + steps);
            progress.pause(pause);
        }
        return new ActionResult("Took " + steps + " steps.", Map.of("steps", steps));
    }

    /** Until the time is over or the task is cancelled. */
    private void hang() throws ProviderException, InterruptedException {
        while (true) {
            progress.step(0, "Hanging");
            progress.pause(FOR_EVER);
        }
    }
}
