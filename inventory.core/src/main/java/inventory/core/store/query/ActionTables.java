package inventory.core.store.query;

import inventory.api.action.Task;
import inventory.api.action.TaskLine;
import inventory.api.audit.AuditEntry;
import inventory.api.query.Listings;
import inventory.core.store.dialect.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tasks, and the audit of who asked for them. */
final class ActionTables {
    private ActionTables() {}

    static List<Table<?>> all() {
        return List.of(tasks(), audit());
    }

    private static Table<Task> tasks() {
        return Table.of(Listings.TASKS, "action_task", "t")
                .join("p", "provider p ON p.id = t.provider_id")
                .column("provider", "t.provider_id")
                .column("provider__name", "p.name")
                .column("resource", "t.resource_id")
                .optional(List.of("started_at", "ended_at"))
                .scope(Scope.owner("p.organization_id"))
                .rows("t.*, p.name AS provider_name", ActionTables::task);
    }

    private static Task task(Row row) throws SQLException {
        return new Task(
                row.uuid("id"),
                row.uuid("provider_id"),
                row.text("provider_name"),
                row.uuid("resource_id"),
                row.text("resource_name"),
                row.text("action"),
                row.object("parameters"),
                row.flag("dry_run"),
                row.text("status"),
                (int) row.number("percent"),
                row.text("message"),
                row.text("failure_kind"),
                row.objects("log").stream().map(ActionTables::line).toList(),
                row.object("details"),
                row.text("requested_by"),
                row.instant("created"),
                row.optionalInstant("started_at"),
                row.optionalInstant("ended_at"));
    }

    private static TaskLine line(Map<String, Object> line) {
        return new TaskLine(
                Instant.parse(String.valueOf(line.get("at"))),
                ((Number) line.get("percent")).intValue(),
                String.valueOf(line.get("message")));
    }

    /** Nobody but those who read everything. */
    private static Table<AuditEntry> audit() {
        return Table.of(Listings.AUDIT, "audit_entry", "a")
                .column("at", "a.occurred_at")
                .column("who", "a.username")
                .optional("organization", "a.organization_id")
                .scope((caller, organizations) -> Sql.of("FALSE"))
                .rows(
                        "a.*",
                        row -> new AuditEntry(
                                row.uuid("id"),
                                row.instant("occurred_at"),
                                row.text("username"),
                                row.text("action"),
                                row.text("object_type"),
                                row.text("object_id"),
                                row.text("object_name"),
                                row.optionalNumber("organization_id"),
                                row.text("outcome"),
                                row.text("request_id"),
                                row.object("before_json"),
                                row.object("after_json")));
    }
}
