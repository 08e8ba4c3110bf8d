package inventory.core.store.run;

import inventory.api.ConflictException;
import inventory.core.action.ChangeState;
import inventory.core.action.NewTask;
import inventory.core.store.Json;
import inventory.core.store.TimeOrderedId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stores a new task with its durable task and its line of the audit, in the caller's transaction. */
record TaskCreation(Statements statements, NewTask task) {
    private static final String INSERT = """
            INSERT INTO action_task (id, provider_id, resource_id, resource_name, active_resource_id, action, parameters,
                sealed_secrets, dry_run, status, change_state, fence, percent, message, failure_kind, log, details,
                requested_by, request_id, created)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, 0, 0, '', '', '[]', '{}', ?, ?, ?)
            """;

    static Optional<UUID> active(Statements statements, UUID resource) throws SQLException {
        return statements.first(
                row -> row.getObject(1, UUID.class),
                "SELECT id FROM action_task WHERE active_resource_id = ?",
                resource);
    }

    static ConflictException conflict(UUID active) {
        return ConflictException.busy("Another action on this resource has not ended: task " + active + ".", active);
    }

    UUID store(Instant now) throws SQLException {
        requirePossible();
        UUID resource = task.resource().id();
        boolean dryRun = task.order().dryRun();
        Optional<UUID> active = dryRun ? Optional.empty() : active(statements, resource);
        if (active.isPresent()) {
            throw conflict(active.get());
        }
        UUID id = TimeOrderedId.at(now);
        statements.update(
                INSERT,
                id,
                task.resource().provider(),
                resource,
                task.resource().name(),
                dryRun ? null : resource,
                task.order().action(),
                Json.write(task.parameters()),
                task.sealedSecrets(),
                dryRun,
                ChangeState.NONE.slug(),
                task.caller().username(),
                task.order().requestId(),
                now);
        RunTasks.insertAction(statements, id, now);
        audit(now, "accepted", Optional.of(id));
        return id;
    }

    /** @param id of the task, if there is one */
    void audit(Instant now, String outcome, Optional<UUID> id) throws SQLException {
        Map<String, Object> after = new LinkedHashMap<>();
        id.ifPresent(stored -> after.put("task", stored.toString()));
        after.put("action", task.order().action());
        after.put("parameters", task.parameters());
        after.put("dry_run", task.order().dryRun());
        new AuditTable(statements)
                .append(
                        now,
                        new AuditTable.Occasion(
                                task.caller().username(),
                                task.resource().id(),
                                task.resource().name(),
                                task.resource().organization(),
                                task.order().requestId()),
                        new AuditTable.Line("action.request", outcome, after));
    }

    private void requirePossible() throws SQLException {
        Optional<Boolean> enabled = statements.first(
                row -> row.getBoolean(1),
                "SELECT enabled FROM provider WHERE id = ?",
                task.resource().provider());
        if (!enabled.orElse(false)) {
            throw new ConflictException("The provider of the resource is disabled. Enable it first.");
        }
        Optional<Boolean> there = statements.first(
                row -> row.getObject(1) == null,
                "SELECT deleted_at FROM resource WHERE id = ?",
                task.resource().id());
        if (!there.orElse(false)) {
            throw new ConflictException("The resource is gone: it was not there when its provider was last read.");
        }
    }
}
