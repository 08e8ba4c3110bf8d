package provider.vcenter;

import com.vmware.vim25.ManagedObjectReference;
import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.Map;
import provider.vcenter.client.MachineChanges;
import provider.vcenter.client.VimClient;

/** Carries out the actions of the manifest, and follows the task of the vCenter to its end. */
final class VcenterActions {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int SENT = 10;
    private final VimClient vim;
    private final ActionProgress progress;

    VcenterActions(VimClient vim, ActionProgress progress) {
        this.vim = vim;
        this.progress = progress;
    }

    ActionResult perform(ActionRequest request) throws ProviderException, InterruptedException {
        String id = request.target().emsRef();
        MachineChanges machine = new MachineChanges(vim, id, progress);
        return switch (request.action()) {
            case "power-on" -> followed(machine, machine.powerOn(), id + " is powered on.");
            case "power-off" -> followed(machine, machine.powerOff(), id + " is powered off.");
            case "reset" -> followed(machine, machine.reset(), id + " was reset.");
            case "snapshot" ->
                followed(
                        machine,
                        machine.snapshot(snapshot(request.parameters())),
                        id + " has the snapshot " + request.parameters().get("name") + ".");
            case "shutdown-guest" -> {
                machine.shutDownGuest();
                yield whenOff(machine, id);
            }
            case "reboot-guest" -> {
                machine.rebootGuest();
                yield ActionResult.of(id + " was told to reboot; the vCenter does not say when it is back.");
            }
            default -> throw new IllegalArgumentException("No action of this plugin: " + request.action());
        };
    }

    private static MachineChanges.Snapshot snapshot(Map<String, Object> parameters) {
        return new MachineChanges.Snapshot(
                String.valueOf(parameters.get("name")),
                String.valueOf(parameters.getOrDefault("description", "")),
                Boolean.TRUE.equals(parameters.get("memory")),
                Boolean.TRUE.equals(parameters.get("quiesce")));
    }

    private ActionResult followed(MachineChanges machine, ManagedObjectReference task, String message)
            throws ProviderException, InterruptedException {
        progress.step(SENT, "The vCenter works on it as " + task.getVal() + ".");
        int said = SENT;
        MachineChanges.Stage stage = machine.stage(task);
        while (!stage.ended()) {
            if (stage.percent() > said) {
                said = stage.percent();
                progress.step(said, task.getVal() + " is at " + said + " %.");
            }
            progress.pause(BETWEEN_LOOKS);
            stage = machine.stage(task);
        }
        return new ActionResult(message, Map.of("task", task.getVal()));
    }

    private ActionResult whenOff(MachineChanges machine, String id) throws ProviderException, InterruptedException {
        progress.step(SENT, "The guest was told to shut down.");
        while (!machine.isOff()) {
            progress.pause(BETWEEN_LOOKS);
        }
        return ActionResult.of(id + " is powered off.");
    }
}
