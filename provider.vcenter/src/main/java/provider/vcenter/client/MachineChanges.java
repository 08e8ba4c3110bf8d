package provider.vcenter.client;

import com.vmware.vim25.LocalizedMethodFault;
import com.vmware.vim25.ManagedObjectReference;
import inventory.api.action.ActionProgress;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.rmi.RemoteException;
import java.util.List;
import java.util.Map;

/** Changes one machine. Each change is sent once. */
public final class MachineChanges {
    private static final String STATE = "info.state";
    private static final String PERCENT = "info.progress";
    private static final String ERROR = "info.error";
    private static final String POWER = "runtime.powerState";
    private final VimClient vim;
    private final ManagedObjectReference machine;
    private final ActionProgress progress;

    /** @param id of the machine, such as {@code vm-31} */
    public MachineChanges(VimClient vim, String id, ActionProgress progress) {
        this.vim = vim;
        this.machine = new ManagedObjectReference();
        this.machine.setType("VirtualMachine");
        this.machine.setVal(id);
        this.progress = progress;
    }

    /** @param description empty for none
     * @param memory with what is in its memory
     * @param quiesce with the file systems brought to rest by VMware Tools
     */
    public record Snapshot(String name, String description, boolean memory, boolean quiesce) {}

    /** Where a task is. */
    public record Stage(boolean ended, int percent) {}

    public ManagedObjectReference powerOn() throws ProviderException, InterruptedException {
        return task("PowerOnVM_Task", stub -> stub.powerOnVM_Task(machine, null));
    }

    public ManagedObjectReference powerOff() throws ProviderException, InterruptedException {
        return task("PowerOffVM_Task", stub -> stub.powerOffVM_Task(machine));
    }

    public ManagedObjectReference reset() throws ProviderException, InterruptedException {
        return task("ResetVM_Task", stub -> stub.resetVM_Task(machine));
    }

    public ManagedObjectReference snapshot(Snapshot wanted) throws ProviderException, InterruptedException {
        return task(
                "CreateSnapshot_Task",
                stub -> stub.createSnapshot_Task(
                        machine, wanted.name(), wanted.description(), wanted.memory(), wanted.quiesce()));
    }

    /** Asks the guest to shut down, which it may take its time for. */
    public void shutDownGuest() throws ProviderException, InterruptedException {
        vim.change("ShutdownGuest", progress, stub -> {
            stub.shutdownGuest(machine);
            return true;
        });
    }

    /** Asks the guest to restart. */
    public void rebootGuest() throws ProviderException, InterruptedException {
        vim.change("RebootGuest", progress, stub -> {
            stub.rebootGuest(machine);
            return true;
        });
    }

    private ManagedObjectReference task(String operation, VimClient.Change<ManagedObjectReference> change)
            throws ProviderException, InterruptedException {
        return vim.change(operation, progress, stub -> named(change.send(stub)));
    }

    private static ManagedObjectReference named(ManagedObjectReference task) throws RemoteException {
        if (task == null || !"Task".equals(task.getType())) {
            throw new BadAnswerException("the answer names no task", null);
        }
        return task;
    }

    /**
     * @throws ProviderException the task failed, with its reason
     */
    public Stage stage(ManagedObjectReference task) throws ProviderException, InterruptedException {
        Map<String, Object> info = vim.properties(task, List.of(STATE, PERCENT, ERROR));
        String state = String.valueOf(info.get(STATE));
        return switch (state) {
            case "queued", "running" -> new Stage(false, info.get(PERCENT) instanceof Integer done ? done : 0);
            case "success" -> new Stage(true, 100);
            case "error" -> throw vim.failure(task.getVal(), (LocalizedMethodFault) info.get(ERROR));
            default ->
                throw new ProviderException(
                        FailureKind.MALFORMED, "The vCenter does not tell what became of " + task.getVal() + ".");
        };
    }

    public boolean isOff() throws ProviderException, InterruptedException {
        return "poweredOff"
                .equals(String.valueOf(vim.properties(machine, List.of(POWER)).get(POWER)));
    }
}
