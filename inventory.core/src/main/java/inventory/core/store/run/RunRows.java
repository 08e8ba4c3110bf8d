package inventory.core.store.run;

import inventory.api.resource.CollectionRun;
import inventory.core.collect.ClaimedRun;
import inventory.core.collect.RunReport;
import inventory.core.collect.Target;
import inventory.core.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of runs and their providers as records. */
final class RunRows {
    /** All columns of {@code collection_run r} and the provider's name. */
    static final String RUN =
            "SELECT r.*, p.name AS provider_name FROM collection_run r JOIN provider p ON p.id = r.provider_id ";

    /** All columns of {@link #target}. */
    static final String TARGET =
            "p.id AS target_id, p.name, p.vendor, p.provider_type, p.endpoint, p.connection_config, p.organization_id ";

    private RunRows() {}

    static CollectionRun run(ResultSet row) throws SQLException {
        Instant started = instant(row, "started_at").orElseThrow();
        Optional<Instant> completed = instant(row, "completed_at");
        return new CollectionRun(
                row.getObject("id", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getString("provider_name"),
                row.getString("collection_type"),
                row.getString("status"),
                started,
                completed,
                instant(row, "canceled_at"),
                row.getString("task_uuid"),
                row.getLong("resources_found"),
                row.getLong("resources_created"),
                row.getLong("resources_updated"),
                row.getLong("resources_removed"),
                row.getLong("resources_unchanged"),
                row.getString("error_message"),
                Json.object(row.getString("error_details")),
                row.getString("result_traceback"),
                Json.texts(row.getString("target_resource_types")),
                row.getString("collector_version"),
                row.getString("ansible_collection"),
                row.getString("job_id"),
                Json.object(row.getString("progress")),
                completed.map(end -> Duration.between(started, end).toMillis() / 1000.0));
    }

    static ClaimedRun claimed(ResultSet row) throws SQLException {
        return new ClaimedRun(
                row.getObject("id", UUID.class),
                target(row),
                row.getLong("fence"),
                Set.copyOf(Json.texts(row.getString("target_resource_types"))),
                row.getBoolean("confirm_removals"),
                row.getLong("lanes_read"),
                new RunReport(
                        row.getLong("resources_created"),
                        row.getLong("resources_updated"),
                        row.getLong("resources_unchanged"),
                        row.getLong("resources_removed"),
                        Json.object(row.getString("progress"))));
    }

    static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getObject("target_id", UUID.class),
                row.getString("name"),
                row.getString("vendor"),
                row.getString("provider_type"),
                row.getString("endpoint"),
                row.getString("connection_config"),
                row.getLong("organization_id"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
