package inventory.core.store.resource;

import inventory.core.store.dialect.Dialect;
import inventory.core.store.dialect.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The committed changes of a provider that no end of a run has looked at for the sake of edges. */
final class UnresolvedBatches {
    /** From here on, looking at everything that waits costs less than looking for what changed. */
    static final int MANY = 5000;

    private static final int ALL = 0;

    private static final String SELECT = "SELECT id FROM change_batch WHERE provider_id = ? AND edges_resolved = FALSE";
    private static final String APPEARED = "SELECT id, ems_ref, canonical_id FROM resource WHERE batch_id = ANY(?)";
    private static final String DRIFTED = "SELECT r.id, r.ems_ref, r.canonical_id FROM resource_drift d"
            + " JOIN resource r ON r.id = d.resource_id WHERE d.batch_id = ANY(?) AND (d.drift_type <> 'modified'";
    private static final String RESOLVED = "UPDATE change_batch SET edges_resolved = TRUE WHERE id = ANY(?)";

    private final Connection connection;
    private final Dialect dialect;
    private final List<Long> ids = new ArrayList<>();
    private boolean others;

    private UnresolvedBatches(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** A resource that edges from or to may have to be led elsewhere. */
    record Touched(UUID id, String ref, String canonicalId) {}

    static UnresolvedBatches find(Connection connection, RunContext context) throws SQLException {
        UnresolvedBatches found =
                new UnresolvedBatches(connection, context.database().dialect());
        try (PreparedStatement select =
                        Jdbc.prepare(connection, SELECT, context.run().provider());
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.ids.add(rows.getLong(1));
            }
        }
        found.others = !context.batches().containsAll(found.ids);
        return found;
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** @return whether some are of another worker, whose promises nobody knows any more */
    boolean areOfOthers() {
        return others;
    }

    /** @return new resources; where they are very many, not all of them, but more than {@link #MANY} */
    List<Touched> appeared() throws SQLException {
        return touched(Sql.of(APPEARED, Jdbc.numbers(connection, ids)), MANY + 1);
    }

    /** @return resources that went, came back, or have another name or other edges */
    List<Touched> drifted() throws SQLException {
        Sql select = Sql.of(DRIFTED, Jdbc.numbers(connection, ids))
                .then(dialect.member("d.changes", "canonical_id").in(" OR ", " IS NOT NULL"))
                .then(dialect.member("d.changes", "relationships").in(" OR ", " IS NOT NULL)"));
        return touched(select, ALL);
    }

    void markResolved() throws SQLException {
        Jdbc.update(connection, RESOLVED, Jdbc.numbers(connection, ids));
    }

    private List<Touched> touched(Sql sql, int most) throws SQLException {
        List<Touched> touched = new ArrayList<>();
        try (PreparedStatement select =
                Jdbc.prepare(connection, sql.text(), sql.values().toArray())) {
            select.setMaxRows(most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    touched.add(new Touched(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return touched;
    }
}
