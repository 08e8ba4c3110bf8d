package inventory.core.store.resource;

import inventory.api.resource.RunStatus;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.StaleRunException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Keeps a worker that lost its run from committing. */
final class RunFence {
    private static final String LOCK = "SELECT status, fence FROM collection_run WHERE id = ? FOR UPDATE";

    private RunFence() {}

    /** Holds the run as it is until the end of the transaction. After all other rows, before the head of the feed. */
    static void pass(Connection connection, RunReference run) throws SQLException {
        try (PreparedStatement select = Jdbc.prepare(connection, LOCK, run.run());
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new StaleRunException("The run " + run.run() + " does not exist any more");
            }
            if (!RunStatus.RUNNING.slug().equals(rows.getString(1))) {
                throw new StaleRunException("The run " + run.run() + " is " + rows.getString(1));
            }
            if (rows.getLong(2) != run.fence()) {
                throw new StaleRunException("Another worker took over the run " + run.run());
            }
        }
    }
}
