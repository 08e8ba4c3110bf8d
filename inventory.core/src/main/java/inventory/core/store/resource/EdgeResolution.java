package inventory.core.store.resource;

import inventory.core.store.resource.UnresolvedBatches.Touched;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Leads edges to their targets: by reference within the provider, else by canonical id within the organization, to the oldest that
 * is there. An edge that leads somewhere stays as long as its target is there and has that name. Looks only at edges that what
 * changed since the last time could concern, whichever provider they are of.
 *
 * <p>Only one at a time does so, and it works on changes that were committed before: so of two providers the later one sees both sides
 * of an edge between them.
 */
final class EdgeResolution {
    private static final int CHUNK = 500;

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
    private static final String HAS_NO_TARGET = "NOT EXISTS (SELECT 1 FROM resource t"
            + " WHERE t.id = e.target_id AND t.deleted_at IS NULL AND (t.canonical_id = e.target_ref"
            + " OR t.ems_ref = e.target_ref AND t.provider_id = e.provider_id))";

    /** Edges to what is gone, never came or has another name now. */
    private static final String REDIRECT = LEAD + "e.target_id = ANY(?) AND " + HAS_NO_TARGET;

    /** What a worker left behind that did not come to the end of its run. */
    private static final String REDIRECT_ALL =
            LEAD + "e.provider_id = ? AND e.target_id IS NOT NULL AND " + HAS_NO_TARGET;

    private static final String WAITING = LEAD + "e.target_id IS NULL AND " + TARGET + " IS NOT NULL";
    private static final String WAITING_FROM = WAITING + " AND e.source_id = ANY(?)";
    private static final String WAITING_FOR = WAITING + " AND e.target_ref = ANY(?)";

    private final Connection connection;
    private final RunContext context;

    EdgeResolution(Connection connection, RunContext context) {
        this.connection = connection;
        this.context = context;
    }

    /** Waits until nobody else leads edges or takes away what they lead to. Before the first row is written. */
    static void takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT id FROM edge_turn WHERE id = 1 FOR UPDATE")) {
            lock.executeQuery().close();
        }
    }

    /** Does nothing where nothing changed. */
    void resolve() throws SQLException {
        UnresolvedBatches batches = UnresolvedBatches.find(connection, context);
        if (batches.isEmpty()) {
            return;
        }
        takeTurn(connection);
        if (batches.areOfOthers()) {
            Jdbc.update(connection, REDIRECT_ALL, context.run().provider());
        }
        List<Touched> drifted = batches.drifted();
        redirect(context.index().brokenPromises());
        redirect(drifted.stream().map(Touched::id).toList());
        List<Touched> touched = batches.appeared();
        touched.addAll(drifted);
        if (touched.size() > UnresolvedBatches.MANY) {
            Jdbc.update(connection, WAITING);
        } else {
            await(touched);
        }
        batches.markResolved();
    }

    private void redirect(List<UUID> targets) throws SQLException {
        for (int i = 0; i < targets.size(); i += CHUNK) {
            Jdbc.update(connection, REDIRECT, Jdbc.uuids(connection, chunk(targets, i)));
        }
    }

    /** Leads what waits: from these, and for these. */
    private void await(List<Touched> all) throws SQLException {
        for (int i = 0; i < all.size(); i += CHUNK) {
            List<Touched> touched = chunk(all, i);
            List<UUID> ids = touched.stream().map(Touched::id).toList();
            Jdbc.update(connection, WAITING_FROM, Jdbc.uuids(connection, ids));
            Jdbc.update(connection, WAITING_FOR, names(touched));
        }
    }

    private static <T> List<T> chunk(List<T> all, int from) {
        return all.subList(from, Math.min(all.size(), from + CHUNK));
    }

    private Array names(Collection<Touched> touched) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        for (Touched one : touched) {
            names.add(one.ref());
            names.add(one.canonicalId());
        }
        return connection.createArrayOf("varchar", names.toArray());
    }
}
