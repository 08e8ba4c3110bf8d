package inventory.rest.measure;

import inventory.api.query.Measure;
import inventory.api.query.MeasureSource;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Java process in figures, under the names that dashboards for Java look for. */
public final class JvmMeasures implements MeasureSource {
    private static final double MILLIS = 1000;

    @Override
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> addPool(measures, pool));
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> addCollector(measures, collector));
        addProcess(measures);
        return measures;
    }

    private static void addPool(List<Measure> measures, MemoryPoolMXBean pool) {
        MemoryUsage usage = pool.getUsage();
        Map<String, String> labels =
                Map.of("area", pool.getType() == MemoryType.HEAP ? "heap" : "nonheap", "id", pool.getName());
        measures.add(gauge("jvm_memory_used_bytes", "Memory in use.", labels, usage.getUsed()));
        measures.add(gauge("jvm_memory_committed_bytes", "Memory given by the system.", labels, usage.getCommitted()));
        measures.add(gauge("jvm_memory_max_bytes", "Most memory; -1: no limit.", labels, usage.getMax()));
    }

    private static void addCollector(List<Measure> measures, GarbageCollectorMXBean collector) {
        Map<String, String> labels = Map.of("gc", collector.getName());
        measures.add(
                counter("jvm_gc_collections_total", "Garbage collections.", labels, collector.getCollectionCount()));
        measures.add(counter(
                "jvm_gc_collection_seconds_total",
                "Time in garbage collections.",
                labels,
                collector.getCollectionTime() / MILLIS));
    }

    private static void addProcess(List<Measure> measures) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        Map<String, String> none = Map.of();
        measures.add(gauge("jvm_threads_live_threads", "Threads.", none, threads.getThreadCount()));
        measures.add(gauge("jvm_threads_peak_threads", "Most threads so far.", none, threads.getPeakThreadCount()));
        measures.add(gauge(
                "jvm_classes_loaded_classes",
                "Classes.",
                none,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()));
        measures.add(
                gauge("process_start_time_seconds", "Start, since the epoch.", none, runtime.getStartTime() / MILLIS));
        measures.add(gauge("process_uptime_seconds", "Time since the start.", none, runtime.getUptime() / MILLIS));
        measures.add(gauge("system_cpu_count", "Processors.", none, system.getAvailableProcessors()));
        measures.add(
                gauge("system_load_average_1m", "Load; negative: not known.", none, system.getSystemLoadAverage()));
    }

    private static Measure gauge(String name, String help, Map<String, String> labels, Number value) {
        return new Measure(name, help, Measure.Type.GAUGE, labels, value.doubleValue());
    }

    private static Measure counter(String name, String help, Map<String, String> labels, Number value) {
        return new Measure(name, help, Measure.Type.COUNTER, labels, value.doubleValue());
    }
}
