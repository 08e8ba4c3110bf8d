package inventory.core.store.resource;

import inventory.core.reconcile.Interval;
import inventory.core.reconcile.Observer;
import inventory.core.store.TimeOrderedId;
import inventory.core.store.resource.EdgeTable.Edges;
import inventory.core.store.resource.MetricTable.Sampled;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The database side of one attempt at a scope. It takes a connection when there is something to write. Not thread-safe. */
final class ScopeTransaction implements AutoCloseable {
    private static final int CHUNK = 500;

    private final RunContext context;
    private final Instant at;
    private final Observer observer;
    private final ChangeBatch batch;
    private final Replacement replacement;
    private final MetricTable metrics;
    private Connection connection;

    /** @param at when the attempt began; what it sees was seen then */
    ScopeTransaction(RunContext context, Instant at) {
        this.context = context;
        this.at = at;
        this.observer = context.borrow();
        this.batch = new ChangeBatch(context);
        this.replacement = new Replacement(context, batch, at);
        this.metrics =
                new MetricTable(context.database().dialect(), context.run().run());
    }

    /** Counts of what was written. */
    record Written(long created, long updated, long unchanged) {}

    Written write(List<Seen> seen) throws SQLException {
        List<Seen> fresh = new ArrayList<>();
        List<Seen> known = new ArrayList<>();
        List<Sampled> sampled = new ArrayList<>();
        for (Seen one : seen) {
            switch (one.standing()) {
                case NEW -> fresh.add(one);
                case METRICS -> sampled.add(new Sampled(context.index().id(one.handle()), one.observation()));
                default -> known.add(one);
            }
        }
        create(fresh);
        long updated = 0;
        for (int i = 0; i < known.size(); i += CHUNK) {
            updated += replace(known.subList(i, Math.min(known.size(), i + CHUNK)));
        }
        if (!sampled.isEmpty()) {
            metrics.insert(connection(), sampled, at);
            metrics.remember(connection(), sampled);
        }
        return new Written(fresh.size(), updated, known.size() - updated + sampled.size());
    }

    private void create(List<Seen> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        List<ResourceRow> rows = new ArrayList<>(fresh.size());
        List<Edges> edges = new ArrayList<>();
        List<Sampled> samples = new ArrayList<>();
        for (Seen seen : fresh) {
            UUID id = context.index().name(seen.handle(), TimeOrderedId::next);
            rows.add(new ResourceRow(
                    id,
                    seen.lane().key().type(),
                    laneOf(seen),
                    seen.observation(),
                    seen.observation().metricsFingerprint(),
                    Interval.first(seen.lane().reading(), at)));
            edges.add(new Edges(id, seen.observation().data().relationships()));
            samples.add(new Sampled(id, seen.observation()));
        }
        new ResourceTable(context.database().dialect(), context.run())
                .insert(connection(), rows, batch.id(connection(), at));
        link(edges);
        metrics.insert(connection(), withMetrics(samples), at);
    }

    private long replace(List<Seen> known) throws SQLException {
        for (Seen seen : known) {
            laneOf(seen);
        }
        Replacement.Result result = replacement.write(connection(), known);
        EdgeTable.deleteFrom(
                connection(), result.edges().stream().map(Edges::source).toList());
        link(result.edges());
        metrics.insert(connection(), result.samples(), at);
        return result.updated();
    }

    private static List<Sampled> withMetrics(List<Sampled> samples) {
        return samples.stream()
                .filter(sampled -> sampled.observation().metricsFingerprint() != 0)
                .toList();
    }

    private long laneOf(Seen seen) throws SQLException {
        return seen.lane().id(connection(), context.run().provider());
    }

    private void link(List<Edges> edges) throws SQLException {
        new EdgeTable(context.database().dialect(), context.run().provider()).insert(connection(), edges, this::target);
    }

    private UUID target(String ref) {
        return context.index().promise(observer.key(ref), TimeOrderedId::next);
    }

    /** Ends the intervals of what the reading of this lane missed. */
    void miss(Lane lane, List<Integer> handles) throws SQLException {
        for (int i = 0; i < handles.size(); i += CHUNK) {
            List<UUID> ids = handles.subList(i, Math.min(handles.size(), i + CHUNK)).stream()
                    .map(context.index()::id)
                    .toList();
            new Misses(context, at).write(connection(), lane, ids);
        }
    }

    /** Counts one reading of each of these lanes. */
    void count(Collection<ReadingLane> lanes) throws SQLException {
        new Readings(connection(), context.run(), at).count(lanes);
    }

    /** @throws inventory.core.reconcile.StaleRunException another worker has the run */
    void commit() throws SQLException {
        RunFence.pass(connection(), context.run());
        batch.publish(connection(), context.now());
        connection().commit();
    }

    boolean hasChanges() {
        return batch.isUsed();
    }

    private Connection connection() {
        if (connection == null) {
            connection = context.database().open();
        }
        return connection;
    }

    /** Takes back what was not committed. */
    @Override
    public void close() throws SQLException {
        context.giveBack(observer);
        if (connection != null) {
            try (Connection closing = connection) {
                closing.rollback();
            }
        }
    }
}
