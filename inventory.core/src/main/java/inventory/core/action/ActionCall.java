package inventory.core.action;

import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.ResourceActions;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.core.collect.Connections.Prepared;
import inventory.core.collect.Failure;
import inventory.core.collect.PluginCall;
import inventory.core.collect.SecretMask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the plugin, on its own thread: connects, performs, closes. */
final class ActionCall implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ActionCall.class);

    private final ActionServices services;
    private final ClaimedTask task;
    private final TaskJournal journal;
    private final Prepared prepared;
    private final ActionRequest request;
    private final SecretMask mask;
    private PluginCall call;
    private volatile TaskEnd end;

    ActionCall(
            ActionServices services,
            ClaimedTask task,
            TaskJournal journal,
            Prepared prepared,
            ActionRequest request,
            SecretMask mask) {
        this.services = services;
        this.task = task;
        this.journal = journal;
        this.prepared = prepared;
        this.request = request;
        this.mask = mask;
    }

    /** Tells what this is the body of, before that is started. */
    void of(PluginCall pluginCall) {
        call = pluginCall;
    }

    /** @return how the plugin ended it; empty while it has not */
    Optional<TaskEnd> end() {
        return Optional.ofNullable(end);
    }

    @Override
    public void run() {
        try (ProviderConnection connection = prepared.plugin().provider().connect(prepared.context())) {
            if (connection instanceof ResourceActions actions) {
                end = completed(actions.perform(request, progress()));
            } else {
                end = TaskEnd.brokenOff(
                        new Failure(FailureKind.INTERNAL, "The plugin declares actions and has none."),
                        ChangeState.NONE);
            }
        } catch (ProviderException e) {
            end = TaskEnd.failed(masked(Failure.of(e)), journal.change());
        } catch (UnnotedChangeException e) {
            end = TaskEnd.brokenOff(new Failure(FailureKind.INTERNAL, e.getMessage()), journal.change());
        } catch (Throwable e) {
            // The one catch-all of this thread: whatever a plugin throws ends this task and nothing else.
            failedInside(e);
        }
    }

    private void failedInside(Throwable e) {
        if (end == null && !call.canceled()) {
            LOG.error(
                    "Task {} failed inside the plugin {}",
                    task.id(),
                    prepared.manifest().key(),
                    e);
            end = TaskEnd.brokenOff(new Failure(FailureKind.INTERNAL, Failure.inside(task.id())), journal.change());
        } else {
            LOG.debug("Task {} has ended; closing its connection failed, or it was interrupted", task.id(), e);
        }
    }

    private TaskProgress progress() {
        return new TaskProgress(
                services, task, journal, call, mask, prepared.context().deadline());
    }

    private TaskEnd completed(ActionResult result) {
        return TaskEnd.completed(new ActionResult(mask.apply(result.message()), plain(result.details())));
    }

    private Failure masked(Failure failure) {
        return new Failure(failure.kind(), mask.apply(failure.message()));
    }

    /** The details in types that every face can show, without secrets. */
    private Map<String, Object> plain(Map<?, ?> details) {
        Map<String, Object> plain = new LinkedHashMap<>();
        details.forEach((key, value) -> plain.put(String.valueOf(key), plainValue(value)));
        return plain;
    }

    private Object plainValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return plain(map);
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::plainValue).toList();
        } else if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return mask.apply(String.valueOf(value));
    }
}
