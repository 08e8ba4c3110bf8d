package inventory.core.reconcile;

import java.util.Map;

/**
 * The figures of a run as they stand.
 *
 * @param progress as documented in {@code CollectionRun}
 */
public record RunReport(long created, long updated, long unchanged, long removed, Map<String, Object> progress) {
    public long found() {
        return created + updated + unchanged;
    }

    RunReport removing(long number) {
        return new RunReport(created, updated, unchanged, number, progress);
    }
}
