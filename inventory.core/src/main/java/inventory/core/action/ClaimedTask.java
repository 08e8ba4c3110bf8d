package inventory.core.action;

import inventory.core.collect.Target;
import java.util.Map;
import java.util.UUID;

/**
 * A task that a worker has just taken.
 *
 * @param target the provider record that carries it out
 * @param parameters in plain form, defaults filled in; secrets hidden
 * @param sealedSecrets cipher text of the secret parameters; empty if there are none
 * @param fence the worker's right to write; lost as soon as the task is canceled or another worker takes it
 */
public record ClaimedTask(
        UUID id,
        Target target,
        UUID resource,
        String action,
        Map<String, Object> parameters,
        String sealedSecrets,
        boolean dryRun,
        long fence) {}
