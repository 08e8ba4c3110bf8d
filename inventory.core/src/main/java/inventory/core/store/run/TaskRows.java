package inventory.core.store.run;

import inventory.api.action.TaskLine;
import inventory.core.action.ClaimedTask;
import inventory.core.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of tasks as their workers see them. */
final class TaskRows {
    private TaskRows() {}

    static ClaimedTask claimed(ResultSet row) throws SQLException {
        return new ClaimedTask(
                row.getObject("id", UUID.class),
                RunRows.target(row),
                row.getObject("resource_id", UUID.class),
                row.getString("action"),
                Json.object(row.getString("parameters")),
                row.getString("sealed_secrets"),
                row.getBoolean("dry_run"),
                row.getLong("fence") + 1);
    }

    /** @return the JSON of the column */
    static String write(List<TaskLine> log) {
        return Json.write(log.stream()
                .map(line -> Map.of("at", line.at().toString(), "percent", line.percent(), "message", line.message()))
                .toList());
    }
}
