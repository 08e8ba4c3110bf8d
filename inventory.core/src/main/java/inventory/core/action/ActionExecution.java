package inventory.core.action;

import inventory.api.NotFoundException;
import inventory.api.UnavailableException;
import inventory.api.action.Action;
import inventory.api.action.ActionRequest;
import inventory.api.action.TaskStatus;
import inventory.api.identity.Caller;
import inventory.api.provider.FailureKind;
import inventory.api.query.Listings;
import inventory.api.resource.Resource;
import inventory.core.action.ActionControl.Stop;
import inventory.core.collect.Connections.Prepared;
import inventory.core.collect.Failure;
import inventory.core.collect.PluginCall;
import inventory.core.collect.RunFailedException;
import inventory.core.collect.RunProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One action from its plugin to its end. Works on the task's own thread, which never calls a plugin. */
final class ActionExecution {
    private static final Logger LOG = LoggerFactory.getLogger(ActionExecution.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofMillis(1200);

    private final ActionServices services;
    private final ClaimedTask task;
    private final ActionControl control;
    private final TaskJournal journal = new TaskJournal();
    private final Instant deadline;

    ActionExecution(ActionServices services, ClaimedTask task, ActionControl control) {
        this.services = services;
        this.task = task;
        this.control = control;
        deadline = services.clock().instant().plus(services.limit());
    }

    /**
     * Carries it out, and stores how it ended.
     *
     * @return how it ended; empty if its row said so already
     */
    Optional<TaskEnd> run() {
        TaskEnd end;
        try {
            end = perform();
        } catch (RunFailedException e) {
            end = TaskEnd.brokenOff(e.failure(), ChangeState.NONE);
        } catch (RuntimeException e) {
            // The one catch-all of this thread: a defect of ours ends the task with a word, instead of bringing it back
            // for ever.
            LOG.error("Task {} failed inside", task.id(), e);
            end = TaskEnd.brokenOff(
                    new Failure(
                            FailureKind.INTERNAL,
                            "The task failed inside; the server's log has the details under " + task.id()),
                    journal.change());
        }
        return store(end) ? Optional.of(end) : Optional.empty();
    }

    private TaskEnd perform() throws RunFailedException {
        Resource resource = resource();
        Prepared prepared = services.connections()
                .prepare(task.target(), Set.of(resource.resourceTypeSlug()), deadline, new RunProgress());
        ActionCall action;
        PluginCall call;
        try {
            Map<String, Object> secrets = secrets();
            ActionRequest request = request(prepared, resource, secrets);
            action = new ActionCall(
                    services, task, journal, prepared, request, prepared.mask().and(secrets.values()));
            prepared.plugin().usedByTask(task.id());
            call = prepared.plugin().call(action);
            action.of(call);
            call.whenEnded(control::returned);
            services.threads().start(call);
        } finally {
            prepared.plugin().release();
        }
        return follow(action, call);
    }

    private TaskEnd follow(ActionCall action, PluginCall call) {
        while (!control.hasReturned() && control.stopped().isEmpty() && now().isBefore(deadline)) {
            Duration left = Duration.between(now(), deadline);
            control.await(left.compareTo(TICK) < 0 ? left : TICK);
            note();
        }
        if (!control.hasReturned()) {
            call.cancel();
            control.awaitReturn(GRACE);
            if (!call.ended()) {
                services.threads().abandon(call);
            }
        }
        return action.end()
                .filter(end -> !call.canceled() || end.status() == TaskStatus.COMPLETED)
                .orElseGet(() -> TaskEnd.brokenOff(why(), journal.change()));
    }

    private Failure why() {
        return control.stopped().isPresent()
                ? new Failure(FailureKind.INTERNAL, "The node that carried it out was stopped.")
                : new Failure(
                        FailureKind.TIMEOUT,
                        "It did not end within " + services.limit().toSeconds() + " s.");
    }

    /** Stores what is new. */
    private void note() {
        if (!journal.store()) {
            return;
        }
        try {
            if (!services.store().note(task.id(), task.fence(), journal.notes())) {
                control.stop(Stop.ENDED);
            }
        } catch (UnavailableException e) {
            LOG.debug("Task {}: the progress was not stored; its end will be", task.id(), e);
        }
    }

    /** Nobody else knows how it ended, so this waits for a database that is away. */
    private boolean store(TaskEnd end) {
        TaskNotes notes = journal.ended(now(), end);
        while (true) {
            try {
                return services.store().end(task.id(), task.fence(), notes, end);
            } catch (UnavailableException e) {
                LOG.debug("Task {}: its end is not stored yet", task.id(), e);
                if (!control.pause(TICK)) {
                    throw e;
                }
            }
        }
    }

    private Resource resource() throws RunFailedException {
        try {
            Resource resource = services.inventory()
                    .get(Caller.SYSTEM, Listings.RESOURCES, task.resource().toString());
            if (resource.deletedAt().isPresent()) {
                throw failed("The resource is gone.");
            }
            return resource;
        } catch (NotFoundException e) {
            throw failed("The resource is gone.");
        }
    }

    private Map<String, Object> secrets() throws RunFailedException {
        try {
            return task.sealedSecrets().isEmpty()
                    ? Map.of()
                    : services.configs().open(task.sealedSecrets());
        } catch (IllegalStateException e) {
            throw failed(e.getMessage());
        }
    }

    private ActionRequest request(Prepared prepared, Resource resource, Map<String, Object> secrets)
            throws RunFailedException {
        Optional<Action> declared = prepared.manifest().actions().stream()
                .filter(action -> action.name().equals(task.action()))
                .filter(action -> action.resourceTypes().contains(resource.resourceTypeSlug()))
                .findFirst();
        if (declared.isEmpty()) {
            throw failed("The plugin " + prepared.manifest().key() + " has no action " + task.action() + " any more.");
        }
        Map<String, Object> parameters = new LinkedHashMap<>(task.parameters());
        parameters.putAll(secrets);
        return new ActionRequest(task.action(), resource, parameters, task.dryRun());
    }

    private static RunFailedException failed(String why) {
        return new RunFailedException(new Failure(FailureKind.INTERNAL, why));
    }

    private Instant now() {
        return services.clock().instant();
    }
}
