package inventory.core.action;

import inventory.api.UnavailableException;
import inventory.api.action.ActionProgress;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import inventory.core.collect.PluginCall;
import inventory.core.collect.SecretMask;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what the plugin says of an action. That a change begins is in the store before the plugin goes on. */
final class TaskProgress implements ActionProgress {
    private static final Logger LOG = LoggerFactory.getLogger(TaskProgress.class);

    private final ActionServices services;
    private final ClaimedTask task;
    private final TaskJournal journal;
    private final PluginCall call;
    private final SecretMask mask;
    private final Instant deadline;

    TaskProgress(
            ActionServices services,
            ClaimedTask task,
            TaskJournal journal,
            PluginCall call,
            SecretMask mask,
            Instant deadline) {
        this.services = services;
        this.task = task;
        this.journal = journal;
        this.call = call;
        this.mask = mask;
        this.deadline = deadline;
    }

    @Override
    public void changing() {
        ChangeState before = journal.change();
        journal.change(ChangeState.CHANGING);
        boolean noted = false;
        try {
            noted = call.inStore(() -> services.store().note(task.id(), task.fence(), journal.notes()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UnavailableException e) {
            throw new UnnotedChangeException("The database could not be reached in time.", e);
        } finally {
            if (!noted) {
                journal.change(before);
            }
        }
        if (!noted) {
            throw new UnnotedChangeException("The task has ended meanwhile.", null);
        }
    }

    @Override
    public void changed() {
        journal.change(ChangeState.CHANGED);
        call.tidyStore(() -> {
            try {
                services.store().note(task.id(), task.fence(), journal.notes());
            } catch (UnavailableException e) {
                LOG.debug("Task {}: that the change was confirmed will be stored with its end", task.id(), e);
            }
        });
    }

    @Override
    public void step(int percent, String message) {
        journal.step(services.clock().instant(), percent, mask.apply(message));
    }

    @Override
    public void pause(Duration pause) throws ProviderException, InterruptedException {
        if (services.clock().instant().plus(pause).isAfter(deadline)) {
            throw new ProviderException(
                    FailureKind.TIMEOUT,
                    "It did not end within " + services.limit().toSeconds() + " s.");
        }
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    }
}
