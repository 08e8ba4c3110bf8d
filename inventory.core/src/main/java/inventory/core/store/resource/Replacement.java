package inventory.core.store.resource;

import inventory.core.reconcile.Content;
import inventory.core.reconcile.Differences;
import inventory.core.reconcile.Interval;
import inventory.core.reconcile.KnownIndex.Standing;
import inventory.core.reconcile.Observation;
import inventory.core.store.dialect.Dialect;
import inventory.core.store.resource.DriftTable.Drifted;
import inventory.core.store.resource.EdgeTable.Edges;
import inventory.core.store.resource.MetricTable.Sampled;
import inventory.core.store.resource.VersionTable.Ended;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes known resources anew: the old content is closed into a version, the differences become drift. */
final class Replacement {
    private static final String EDGES = "relationships";

    private final RunContext context;
    private final ChangeBatch batch;
    private final Instant at;

    Replacement(RunContext context, ChangeBatch batch, Instant at) {
        this.context = context;
        this.batch = batch;
        this.at = at;
    }

    /**
     * What is left to do.
     *
     * @param updated how many have another content now, or were gone
     * @param edges of those resources whose edges are other ones now
     * @param samples metrics that are new
     */
    record Result(long updated, List<Edges> edges, List<Sampled> samples) {}

    Result write(Connection connection, List<Seen> known) throws SQLException {
        Map<UUID, Seen> seen = new LinkedHashMap<>();
        known.forEach(one -> seen.put(context.index().id(one.handle()), one));
        Map<UUID, StoredResource> stored = StoredResources.fetch(connection, seen.keySet(), context.slugs());
        Writing writing = new Writing();
        seen.forEach((id, one) -> add(writing, stored.get(id), one));
        Dialect dialect = context.database().dialect();
        new VersionTable(dialect).insert(connection, writing.ended);
        if (!writing.drifts.isEmpty()) {
            new DriftTable(dialect, context.run(), context.previousRun())
                    .insert(connection, writing.drifts, batch.id(connection, at), at);
        }
        new ResourceTable(dialect, context.run()).update(connection, writing.rows);
        return new Result(writing.drifts.size(), writing.edges, writing.samples);
    }

    private void add(Writing writing, StoredResource old, Seen seen) {
        Observation observation = seen.observation();
        Map<String, Object> now = Content.of(observation.data());
        Map<String, Object> changes = old.gone() ? now : Differences.between(old.content(), now);
        boolean drifted = !changes.isEmpty();
        if (drifted) {
            writing.drifts.add(new Drifted(old.id(), old.gone() ? DriftTable.RESTORED : DriftTable.MODIFIED, changes));
        }
        Interval interval = old.interval();
        // another fingerprint of the same content, by another version of this program, ends nothing
        if (drifted || seen.standing() == Standing.ELSEWHERE) {
            long readings = old.gone()
                    ? interval.firstReading() - 1
                    : context.lanes().byId(old.lane()).readings();
            if (interval.sightings(readings) > 0) {
                writing.ended.add(new Ended(old, readings, at));
            }
            interval = interval.followedBy(readings, seen.lane().reading(), at);
        }
        if (changes.containsKey(EDGES)) {
            writing.edges.add(new Edges(old.id(), observation.data().relationships()));
        }
        boolean sampled = observation.metricsFingerprint() != 0 && observation.metricsFingerprint() != old.metrics();
        if (sampled) {
            writing.samples.add(new Sampled(old.id(), observation));
        }
        writing.rows.add(new ResourceRow(
                old.id(),
                seen.lane().key().type(),
                seen.lane().id(),
                observation,
                sampled ? observation.metricsFingerprint() : old.metrics(),
                interval));
    }

    /** Rows that are gathered for one table after the other. */
    private static final class Writing {
        private final List<Ended> ended = new ArrayList<>();
        private final List<Drifted> drifts = new ArrayList<>();
        private final List<ResourceRow> rows = new ArrayList<>();
        private final List<Edges> edges = new ArrayList<>();
        private final List<Sampled> samples = new ArrayList<>();
    }
}
