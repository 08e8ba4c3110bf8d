package inventory.core.shell;

import inventory.api.ConflictException;
import inventory.api.action.Action;
import inventory.api.action.ActionOrder;
import inventory.api.action.ActionParameter;
import inventory.api.action.Actions;
import inventory.api.action.Task;
import inventory.api.identity.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One action, which is noted down and not done. */
final class FakeActions implements Actions {
    static final Action RESIZE = new Action(
            "resize",
            "Resize",
            "Gives it more.",
            Set.of("virtual_machine"),
            true,
            true,
            List.of(
                    new ActionParameter("cpus", "", "integer", true, false, Optional.empty(), List.of()),
                    new ActionParameter("password", "", "string", false, true, Optional.empty(), List.of())));

    final List<ActionOrder> orders = new ArrayList<>();

    @Override
    public List<Action> of(Caller caller, String resourceId) {
        return List.of(RESIZE);
    }

    @Override
    public Task start(Caller caller, String resourceId, ActionOrder order) {
        orders.add(order);
        return Samples.task("pending");
    }

    @Override
    public Task cancel(Caller caller, String taskId) {
        if (!taskId.equals(Samples.ID.toString())) {
            throw new ConflictException("The task has ended already.");
        }
        return Samples.task("canceled");
    }
}
