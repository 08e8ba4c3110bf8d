package inventory.core.store.resource;

import inventory.core.reconcile.Reconciler.RunReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** What the rows of one commit of changes share. It gets a row when something needs it. Not thread-safe. */
final class ChangeBatch {
    private static final String INSERT =
            "INSERT INTO change_batch (run_id, provider_id, organization_id, committed_at, edges_resolved)"
                    + " VALUES (?, ?, ?, ?, FALSE)";

    private final RunContext context;
    private long id;

    ChangeBatch(RunContext context) {
        this.context = context;
    }

    boolean isUsed() {
        return id != 0;
    }

    long id(Connection connection, Instant now) throws SQLException {
        if (id == 0) {
            try (PreparedStatement insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
                RunReference run = context.run();
                insert.setObject(1, run.run());
                insert.setObject(2, run.provider());
                insert.setLong(3, run.organization());
                insert.setObject(4, Jdbc.time(now));
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    id = keys.getLong("id");
                    context.batches().add(id);
                }
            }
        }
        return id;
    }

    /**
     * Gives the batch its place in the feed. The last statements before the commit: the lock of the head makes the order of places
     * the order of commits.
     */
    void publish(Connection connection, Instant now) throws SQLException {
        if (isUsed()) {
            context.database().dialect().countAtCommit(connection);
            Jdbc.update(connection, "UPDATE feed_head SET feed_position = feed_position + 1 WHERE id = 1");
            Jdbc.update(
                    connection,
                    "UPDATE change_batch SET committed_at = ?,"
                            + " feed_position = (SELECT feed_position FROM feed_head WHERE id = 1) WHERE id = ?",
                    Jdbc.time(now),
                    id);
        }
    }
}
