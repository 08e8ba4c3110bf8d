package inventory.core.store.resource;

import inventory.core.reconcile.Bits128;
import inventory.core.reconcile.KnownIndex;
import inventory.core.reconcile.KnownIndex.Entry;
import inventory.core.reconcile.Observer;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.store.resource.RunContext.RunKnowledge;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads once, in one transaction, what a run has to know. */
final class KnowledgeLoader {
    private static final int FETCH = 5000;
    private static final int ENOUGH = 16 * 1024;

    private static final String TYPES = "SELECT slug, id FROM resource_type";
    private static final String PREVIOUS = "SELECT id FROM collection_run WHERE provider_id = ? AND id <> ?"
            + " AND status = 'completed' ORDER BY completed_at DESC LIMIT 1";
    private static final String KNOWN = "SELECT ems_ref, id, fingerprint_high, fingerprint_low, metrics_fingerprint,"
            + " lane_id, first_reading, deleted_at IS NOT NULL FROM resource WHERE provider_id = ?";

    private KnowledgeLoader() {}

    static RunKnowledge load(Connection connection, RunReference run) throws SQLException {
        Map<String, UUID> types = new HashMap<>();
        Map<UUID, String> slugs = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(TYPES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                types.put(rows.getString(1), rows.getObject(2, UUID.class));
                slugs.put(rows.getObject(2, UUID.class), rows.getString(1));
            }
        }
        Lanes lanes = Lanes.load(connection, run);
        KnownIndex index = index(connection, run.provider(), lanes);
        return new RunKnowledge(index, lanes, Map.copyOf(types), Map.copyOf(slugs), previous(connection, run));
    }

    private static KnownIndex index(Connection connection, UUID provider, Lanes lanes) throws SQLException {
        KnownIndex index = new KnownIndex();
        Observer observer = new Observer(ENOUGH);
        try (PreparedStatement select = Jdbc.prepare(connection, KNOWN, provider)) {
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Lane lane = lanes.byId(rows.getLong(6));
                    index.load(
                            observer.key(rows.getString(1)),
                            new Entry(
                                    rows.getObject(2, UUID.class),
                                    new Bits128(rows.getLong(3), rows.getLong(4)),
                                    rows.getLong(5),
                                    lane.number(),
                                    rows.getBoolean(8),
                                    lane.counted() && rows.getLong(7) > lane.reading()));
                }
            }
        }
        return index;
    }

    private static Optional<UUID> previous(Connection connection, RunReference run) throws SQLException {
        try (PreparedStatement select = Jdbc.prepare(connection, PREVIOUS, run.provider(), run.run());
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
        }
    }
}
