package inventory.core.store.run;

import inventory.core.collect.ClaimedRun;
import inventory.core.collect.Target;
import inventory.core.reconcile.RunReport;
import inventory.core.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Rows of runs and their providers as collection sees them. */
final class RunRows {
    /** All columns of {@link #target}. */
    static final String TARGET =
            "p.id AS target_id, p.name, p.vendor, p.provider_type, p.endpoint, p.connection_config, p.organization_id ";

    private RunRows() {}

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
}
