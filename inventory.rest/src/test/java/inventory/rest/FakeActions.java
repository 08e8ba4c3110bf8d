package inventory.rest;

import inventory.api.action.Action;
import inventory.api.action.ActionOrder;
import inventory.api.action.Actions;
import inventory.api.action.Task;
import inventory.api.identity.Caller;
import java.util.List;
import java.util.Optional;

/** Notes orders down and answers with the sample task. */
final class FakeActions implements Actions {
    /** Thrown by the next start. */
    Optional<RuntimeException> refusal = Optional.empty();

    private final FakeCore core;

    FakeActions(FakeCore core) {
        this.core = core;
    }

    @Override
    public List<Action> of(Caller caller, String resourceId) {
        core.check();
        return List.of(Samples.ACTION);
    }

    @Override
    public Task start(Caller caller, String resourceId, ActionOrder order) {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        core.write("start", resourceId, order, order.parameters(), order.requestId());
        return Samples.TASK;
    }

    @Override
    public Task cancel(Caller caller, String taskId) {
        core.write("cancel task", taskId);
        return Samples.TASK;
    }
}
