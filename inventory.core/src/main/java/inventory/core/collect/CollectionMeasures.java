package inventory.core.collect;

import inventory.api.query.Measure;
import inventory.api.query.MeasureSource;
import inventory.api.resource.RunStatus;
import inventory.core.reconcile.RunEnd;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** The figures of collection on this node since it started. Thread-safe. */
@Component(service = {CollectionMeasures.class, MeasureSource.class})
public final class CollectionMeasures implements MeasureSource {
    private final Map<RunStatus, LongAdder> runs = new EnumMap<>(RunStatus.class);
    private final LongAdder created = new LongAdder();
    private final LongAdder updated = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder removed = new LongAdder();
    private final LongAdder quarantined = new LongAdder();
    private final LongAdder remoteCalls = new LongAdder();
    private final LongAdder throttles = new LongAdder();
    private volatile NodeSlots slots = new NodeSlots(0);
    private volatile PluginThreads threads;
    private volatile long waiting;

    public CollectionMeasures() {
        for (RunStatus status : RunStatus.values()) {
            if (status.terminal()) {
                runs.put(status, new LongAdder());
            }
        }
    }

    void watch(NodeSlots nodeSlots, PluginThreads pluginThreads) {
        slots = nodeSlots;
        threads = pluginThreads;
    }

    void ended(RunEnd end) {
        runs.get(end.status()).increment();
        created.add(end.report().created());
        updated.add(end.report().updated());
        unchanged.add(end.report().unchanged());
        removed.add(end.report().removed());
    }

    void canceled() {
        runs.get(RunStatus.CANCELED).increment();
    }

    /** The run's work has ended, one way or another. */
    void worked(RunProgress figures) {
        remoteCalls.add(figures.remoteCalls());
        throttles.add(figures.throttles());
        quarantined.add(figures.quarantinedCount());
    }

    /** @param runs that wait for a worker, as last counted */
    public void waiting(long runs) {
        waiting = runs;
    }

    @Override
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        runs.forEach((status, count) -> measures.add(new Measure(
                "inventory_collection_runs_total",
                "Runs that ended on this node.",
                Measure.Type.COUNTER,
                Map.of("status", status.slug()),
                count.sum())));
        resources(measures, "created", created);
        resources(measures, "updated", updated);
        resources(measures, "unchanged", unchanged);
        resources(measures, "removed", removed);
        resources(measures, "quarantined", quarantined);
        counter(measures, "inventory_remote_calls_total", "Calls to outside systems.", remoteCalls);
        counter(measures, "inventory_throttles_total", "Times an outside system asked for fewer calls.", throttles);
        gauge(measures, "inventory_active_scopes", "Scopes that are being read.", slots.used());
        gauge(measures, "inventory_waiting_runs", "Runs that wait for a worker.", (double) waiting);
        gauge(
                measures,
                "inventory_abandoned_threads",
                "Threads that hang in a plugin although they were interrupted.",
                threads == null ? 0 : threads.abandoned());
        return measures;
    }

    private static void resources(List<Measure> measures, String outcome, LongAdder count) {
        measures.add(new Measure(
                "inventory_collected_resources_total",
                "Observations of ended runs, by what became of them.",
                Measure.Type.COUNTER,
                Map.of("outcome", outcome),
                (double) count.sum()));
    }

    private static void counter(List<Measure> measures, String name, String help, LongAdder count) {
        measures.add(new Measure(name, help, Measure.Type.COUNTER, Map.of(), (double) count.sum()));
    }

    private static void gauge(List<Measure> measures, String name, String help, double value) {
        measures.add(new Measure(name, help, Measure.Type.GAUGE, Map.of(), value));
    }
}
