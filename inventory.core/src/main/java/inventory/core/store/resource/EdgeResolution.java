package inventory.core.store.resource;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Leads edges to their targets: by reference within the provider, else by canonical id within the organization, to the oldest that
 * is there. An edge that leads somewhere stays as long as its target is there and has that name. Looks only at edges that what
 * changed since the last time could concern, whichever provider they are of.
 *
 * <p>It works on changes that were committed before, so that of two providers the later one sees both sides of an edge between them.
 */
final class EdgeResolution {
    private static final int CHUNK = 500;
    /** From here on, looking at everything that waits costs less than looking for what changed. */
    private static final int MANY = 5000;

    private static final String UNRESOLVED =
            "SELECT id FROM change_batch WHERE provider_id = ? AND edges_resolved = FALSE";

    private static final String APPEARED = "SELECT id, ems_ref, canonical_id FROM resource WHERE batch_id = ANY(?)";

    private static final String DRIFTED = "SELECT r.id, r.ems_ref, r.canonical_id FROM resource_drift d"
            + " JOIN resource r ON r.id = d.resource_id WHERE d.batch_id = ANY(?)";

    private static final String TARGET = """
            COALESCE(
              (SELECT r.id FROM resource r
               WHERE r.provider_id = e.provider_id AND r.ems_ref = e.target_ref AND r.deleted_at IS NULL),
              (SELECT c.id FROM resource c
               WHERE c.canonical_id = e.target_ref AND c.deleted_at IS NULL
               AND c.organization_id = (SELECT p.organization_id FROM provider p WHERE p.id = e.provider_id)
               ORDER BY c.id LIMIT 1))
            """;

    private static final String LEAD = "UPDATE resource_relationship e SET target_id = " + TARGET + " WHERE ";

    /** Edges to what is gone or has another name now. */
    private static final String REDIRECT = LEAD + "e.target_id = ANY(?) AND NOT EXISTS (SELECT 1 FROM resource t"
            + " WHERE t.id = e.target_id AND t.deleted_at IS NULL AND (t.canonical_id = e.target_ref"
            + " OR t.ems_ref = e.target_ref AND t.provider_id = e.provider_id))";

    private static final String WAITING = LEAD + "e.target_id IS NULL AND " + TARGET + " IS NOT NULL";
    private static final String WAITING_FROM = WAITING + " AND e.source_id = ANY(?)";
    private static final String WAITING_FOR = WAITING + " AND e.target_ref = ANY(?)";

    private static final String DONE = "UPDATE change_batch SET edges_resolved = TRUE WHERE id = ANY(?)";

    private final Connection connection;

    private EdgeResolution(Connection connection) {
        this.connection = connection;
    }

    private record Touched(UUID id, String ref, String canonicalId) {}

    /** Does nothing where nothing changed. */
    static void resolve(Connection connection, UUID provider) throws SQLException {
        new EdgeResolution(connection).resolve(provider);
    }

    private void resolve(UUID provider) throws SQLException {
        List<Long> batches = unresolved(provider);
        if (batches.isEmpty()) {
            return;
        }
        Array ids = Jdbc.numbers(connection, batches);
        List<Touched> drifted = touched(DRIFTED, ids);
        List<Touched> all = touched(APPEARED, ids);
        all.addAll(drifted);
        for (int i = 0; i < drifted.size(); i += CHUNK) {
            Jdbc.update(connection, REDIRECT, ids(chunk(drifted, i)));
        }
        if (all.size() > MANY) {
            Jdbc.update(connection, WAITING);
        } else {
            for (int i = 0; i < all.size(); i += CHUNK) {
                Jdbc.update(connection, WAITING_FROM, ids(chunk(all, i)));
                Jdbc.update(connection, WAITING_FOR, names(chunk(all, i)));
            }
        }
        Jdbc.update(connection, DONE, ids);
    }

    private static List<Touched> chunk(List<Touched> all, int from) {
        return all.subList(from, Math.min(all.size(), from + CHUNK));
    }

    private Array ids(List<Touched> touched) throws SQLException {
        return Jdbc.uuids(connection, touched.stream().map(Touched::id).toList());
    }

    private Array names(List<Touched> touched) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        for (Touched one : touched) {
            names.add(one.ref());
            names.add(one.canonicalId());
        }
        return connection.createArrayOf("varchar", names.toArray());
    }

    /** Stops reading where there are too many to be told one by one. */
    private List<Touched> touched(String sql, Array batches) throws SQLException {
        List<Touched> touched = new ArrayList<>();
        try (PreparedStatement select = Jdbc.prepare(connection, sql, batches)) {
            if (sql.equals(APPEARED)) {
                select.setMaxRows(MANY + 1);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    touched.add(new Touched(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return touched;
    }

    private List<Long> unresolved(UUID provider) throws SQLException {
        List<Long> batches = new ArrayList<>();
        try (PreparedStatement select = Jdbc.prepare(connection, UNRESOLVED, provider);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                batches.add(rows.getLong(1));
            }
        }
        return batches;
    }
}
