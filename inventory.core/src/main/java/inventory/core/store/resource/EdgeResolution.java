package inventory.core.store.resource;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Leads edges to their targets: by reference within the provider, else by canonical id within the organization, to the oldest that
 * is there. Looks only at edges that what changed since the last time could concern, whichever provider they are of.
 *
 * <p>It works on changes that were committed before, so that of two providers the later one sees both sides of an edge between them.
 */
final class EdgeResolution {
    private static final String UNRESOLVED =
            "SELECT id FROM change_batch WHERE provider_id = ? AND edges_resolved = FALSE";

    private static final String TARGET = """
            COALESCE(
              (SELECT r.id FROM resource r
               WHERE r.provider_id = e.provider_id AND r.ems_ref = e.target_ref AND r.deleted_at IS NULL),
              (SELECT c.id FROM resource c
               WHERE c.canonical_id = e.target_ref AND c.deleted_at IS NULL
               AND c.organization_id = (SELECT p.organization_id FROM provider p WHERE p.id = e.provider_id)
               ORDER BY c.id LIMIT 1))
            """;

    /** Edges to what is gone or has another name now. */
    private static final String REDIRECT = "UPDATE resource_relationship e SET target_id = " + TARGET
            + " WHERE EXISTS (SELECT 1 FROM resource_drift d WHERE d.resource_id = e.target_id AND d.batch_id = ANY(?))"
            + " AND NOT EXISTS (SELECT 1 FROM resource t"
            + " WHERE t.id = e.target_id AND t.deleted_at IS NULL AND (t.canonical_id = e.target_ref"
            + " OR t.ems_ref = e.target_ref AND t.provider_id = e.provider_id))";

    /** Correlated, since H2 runs a list of its own anew for every row. */
    private static final String OWN = "UPDATE resource_relationship e SET target_id = " + TARGET
            + " WHERE e.target_id IS NULL AND e.provider_id = ? AND " + TARGET + " IS NOT NULL";

    /** Edges of other providers to what this one has changed. */
    private static final String OTHERS = "UPDATE resource_relationship e SET target_id = " + TARGET
            + " WHERE e.target_id IS NULL AND e.provider_id <> ? AND EXISTS (SELECT 1 FROM resource n"
            + " WHERE n.canonical_id = e.target_ref AND n.provider_id = ?) AND " + TARGET + " IS NOT NULL";

    private static final String DONE = "UPDATE change_batch SET edges_resolved = TRUE WHERE id = ANY(?)";

    private EdgeResolution() {}

    /** Does nothing where nothing changed. */
    static void resolve(Connection connection, UUID provider) throws SQLException {
        List<Long> batches = unresolved(connection, provider);
        if (batches.isEmpty()) {
            return;
        }
        Array ids = Jdbc.numbers(connection, batches);
        Jdbc.update(connection, REDIRECT, ids);
        Jdbc.update(connection, OWN, provider);
        Jdbc.update(connection, OTHERS, provider, provider);
        Jdbc.update(connection, DONE, ids);
    }

    private static List<Long> unresolved(Connection connection, UUID provider) throws SQLException {
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
