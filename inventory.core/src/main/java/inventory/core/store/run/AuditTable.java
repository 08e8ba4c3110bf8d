package inventory.core.store.run;

import inventory.core.store.Json;
import inventory.core.store.TimeOrderedId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The audit, which only grows. */
record AuditTable(Statements statements) {
    private static final int LONGEST_NAME = 1024;
    private static final String INSERT = """
            INSERT INTO audit_entry (id, occurred_at, username, action, object_type, object_id, object_name, organization_id,
                outcome, request_id, before_json, after_json)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /**
     * A resource that something was done to, and who wanted it.
     *
     * @param requestId of the call that asked; may be empty
     */
    record Occasion(String who, UUID resource, String name, long organization, String requestId) {}

    /**
     * What was done and what came of it.
     *
     * @param after no secrets
     */
    record Line(String action, String outcome, Map<String, Object> after) {}

    /** Adds a line, in the caller's transaction. */
    void append(Instant at, Occasion occasion, Line line) throws SQLException {
        String name = occasion.name();
        statements.update(
                INSERT,
                TimeOrderedId.at(at),
                at,
                occasion.who(),
                line.action(),
                "resource",
                occasion.resource().toString(),
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                occasion.organization(),
                line.outcome(),
                occasion.requestId(),
                "{}",
                Json.write(line.after()));
    }
}
