package inventory.core.store.run;

import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import inventory.core.store.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A run's row as its worker writes it: only while the run is running and the worker's own. */
public final class OwnRun {
    private static final String FIGURES =
            "resources_found = ?, resources_created = ?, resources_updated = ?, resources_removed = ?, resources_unchanged = ?,"
                    + " progress = ?";
    private static final String STILL_MINE = " WHERE id = ? AND fence = ? AND status = 'running'";

    private final Statements statements;
    private final RunReference run;

    public OwnRun(Connection connection, RunReference run) {
        statements = new Statements(connection);
        this.run = run;
    }

    /** Stores the figures. @return false if the run is not this worker's any more, and nothing was stored */
    boolean report(RunReport report) throws SQLException {
        List<Object> parameters = figures(report);
        Collections.addAll(parameters, run.run(), run.fence());
        return statements.update("UPDATE collection_run SET " + FIGURES + STILL_MINE, parameters.toArray()) > 0;
    }

    /** Stores the end, and tells the provider. @return false if the run is not this worker's any more, and nothing was stored */
    public boolean end(RunEnd end, Instant at) throws SQLException {
        List<Object> parameters = new ArrayList<>(
                List.of(end.status().slug(), at, end.message(), Json.write(end.details()), end.collectorVersion()));
        parameters.addAll(figures(end.report()));
        Collections.addAll(parameters, run.run(), run.fence());
        int ended = statements.update(
                "UPDATE collection_run SET active_provider_id = NULL, status = ?, completed_at = ?, error_message = ?,"
                        + " error_details = ?, collector_version = ?, " + FIGURES + STILL_MINE,
                parameters.toArray());
        if (ended == 0) {
            return false;
        }
        statements.update(
                "UPDATE provider SET last_collection_status = ? WHERE id = ?",
                end.status().slug(),
                run.provider());
        if (end.readSomething()) {
            statements.update("UPDATE provider SET last_refresh_at = ? WHERE id = ?", at, run.provider());
        }
        return true;
    }

    private static List<Object> figures(RunReport report) {
        return new ArrayList<>(List.of(
                report.found(),
                report.created(),
                report.updated(),
                report.removed(),
                report.unchanged(),
                Json.write(report.progress())));
    }
}
