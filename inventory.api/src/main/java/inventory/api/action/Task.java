package inventory.api.action;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An action on one resource: asked for, in progress, or ended.
 *
 * @param provider id of the provider that carries it out
 * @param resource id of the resource
 * @param resourceName as it was when the action was asked for
 * @param action name of the {@link Action}
 * @param parameters as they were given, defaults filled in; a secret reads {@value #HIDDEN}
 * @param status slug of a {@link TaskStatus}
 * @param percent how much is done, 0 to 100
 * @param message for a person: what is being done, what was done, or why not; at most 2,000 characters
 * @param failureKind name of a {@code FailureKind}; empty unless it failed or its outcome is unknown
 * @param log the steps, the oldest first; of many the newest
 * @param details facts of the result by snake_case key; empty until it has completed
 * @param requestedBy name of the user
 * @param created when it was accepted
 * @param startedAt when a worker took it
 */
public record Task(
        UUID id,
        UUID provider,
        String providerName,
        UUID resource,
        String resourceName,
        String action,
        Map<String, Object> parameters,
        boolean dryRun,
        String status,
        int percent,
        String message,
        String failureKind,
        List<TaskLine> log,
        Map<String, Object> details,
        String requestedBy,
        Instant created,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {
    /** Stands for a secret parameter that was given. */
    public static final String HIDDEN = "***";

    public Task {
        parameters = Map.copyOf(parameters);
        log = List.copyOf(log);
        details = Map.copyOf(details);
    }
}
