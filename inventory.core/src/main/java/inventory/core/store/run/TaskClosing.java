package inventory.core.store.run;

import inventory.core.action.TaskEnd;
import inventory.core.store.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends a task and says so in the audit, in the caller's transaction.
 *
 * @param canceledBy name of the user who wants it; empty if it ended by itself
 */
record TaskClosing(Statements statements, UUID id, Optional<String> canceledBy) {
    private static final String CLOSE =
            "UPDATE action_task SET active_resource_id = NULL, sealed_secrets = '', fence = fence + 1, status = ?, ended_at = ?,"
                    + " message = ?, failure_kind = ?, details = ? WHERE id = ?";
    private static final String ABOUT = "SELECT t.requested_by, t.resource_id, t.resource_name, p.organization_id,"
            + " t.request_id, t.action FROM action_task t JOIN provider p ON p.id = t.provider_id WHERE t.id = ?";

    private record About(AuditTable.Occasion occasion, String action) {}

    void close(Instant at, TaskEnd end) throws SQLException {
        statements.update(
                CLOSE, end.status().slug(), at, end.message(), end.failureKind(), Json.write(end.details()), id);
        About about = statements
                .first(
                        row -> new About(
                                new AuditTable.Occasion(
                                        canceledBy.orElse(row.getString(1)),
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getLong(4),
                                        row.getString(5)),
                                row.getString(6)),
                        ABOUT,
                        id)
                .orElseThrow();
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("task", id.toString());
        after.put("action", about.action());
        after.put("message", end.message());
        if (!end.failureKind().isEmpty()) {
            after.put("failure_kind", end.failureKind());
        }
        String action = canceledBy.isPresent() ? "action.cancel" : "action.end";
        new AuditTable(statements)
                .append(
                        at,
                        about.occasion(),
                        new AuditTable.Line(action, end.status().slug(), after));
    }
}
