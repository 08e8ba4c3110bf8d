package inventory.core.action;

import inventory.api.action.TaskStatus;
import inventory.core.action.ActionControl.Stop;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes tasks and carries them out. Thread-safe. */
@Component
public final class ActionEngine implements ActionWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ActionEngine.class);

    private final ActionServices services;
    private final ActiveActions active;
    private final ActionMeasures measures;

    @Activate
    public ActionEngine(
            @Reference ActionServices services, @Reference ActiveActions active, @Reference ActionMeasures measures) {
        this.services = services;
        this.active = active;
        this.measures = measures;
    }

    @Override
    public void work(UUID id) {
        ActionControl control = active.begin(id);
        try {
            Optional<ClaimedTask> task = services.store().claim(id);
            if (task.isPresent()) {
                new ActionExecution(services, task.get(), control)
                        .run()
                        .ifPresent(end -> ended(id, task.get(), end.status()));
            } else {
                bury(id);
            }
        } finally {
            active.end(id, control);
        }
    }

    @Override
    public void drain() {
        active.stopAll(Stop.NODE_STOPS);
    }

    private void ended(UUID id, ClaimedTask task, TaskStatus status) {
        measures.ended(status);
        LOG.info("Task {}, {} on {}: {}", id, task.action(), task.resource(), status.slug());
    }

    private void bury(UUID id) {
        services.store().bury(id).ifPresent(status -> {
            measures.ended(status);
            LOG.info("Task {} ended with its node: {}", id, status.slug());
        });
    }
}
