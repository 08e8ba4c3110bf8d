package inventory.core.collect;

import inventory.core.reconcile.RunReport;
import inventory.core.reconcile.ScopeSession.Counts;
import inventory.core.reconcile.ScopeSession.Quarantined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The figures of one run while it works. Thread-safe. */
public final class RunProgress {
    private static final int MOST_LISTED = 100;

    private final LongAdder seen = new LongAdder();
    private final LongAdder remoteCalls = new LongAdder();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long quarantinedCount;
    private long created;
    private long updated;
    private long unchanged;
    private int scopesTotal;
    private int scopesDone;
    private int scopesFailed;
    private long throttles;
    private long retries;
    private String message = "";

    void saw(long resources) {
        seen.add(resources);
    }

    void calledOut() {
        remoteCalls.increment();
    }

    synchronized void says(String text) {
        message = text;
    }

    synchronized void scopes(int total) {
        scopesTotal = total;
    }

    synchronized void throttled() {
        throttles++;
    }

    synchronized void retried() {
        retries++;
    }

    synchronized void scopeFailed() {
        scopesFailed++;
    }

    synchronized void scopeDone(Counts counts) {
        scopesDone++;
        created += counts.created();
        updated += counts.updated();
        unchanged += counts.unchanged();
        quarantinedCount += counts.quarantinedCount();
        addUpTo(quarantined, counts.quarantined());
        addUpTo(warnings, counts.warnings());
    }

    synchronized void warn(String text) {
        addUpTo(warnings, List.of(text));
    }

    synchronized long quarantinedCount() {
        return quarantinedCount;
    }

    synchronized List<Map<String, Object>> quarantined() {
        return quarantined.stream()
                .map(record -> Map.<String, Object>of(
                        "scope", record.scope(), "ems_ref", record.emsRef(), "reason", record.reason()))
                .toList();
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    long remoteCalls() {
        return remoteCalls.sum();
    }

    synchronized long throttles() {
        return throttles;
    }

    synchronized RunReport report() {
        Map<String, Object> progress = new LinkedHashMap<>();
        progress.put("scopes_total", scopesTotal);
        progress.put("scopes_done", scopesDone);
        progress.put("scopes_failed", scopesFailed);
        progress.put("resources_seen", seen.sum());
        progress.put("remote_calls", remoteCalls.sum());
        progress.put("throttles", throttles);
        progress.put("retries", retries);
        progress.put("message", message);
        return new RunReport(created, updated, unchanged, 0, progress);
    }

    private static <T> void addUpTo(List<T> list, List<T> more) {
        more.stream().limit(Math.max(0, MOST_LISTED - list.size())).forEach(list::add);
    }
}
