package inventory.core.store.resource;

import inventory.core.reconcile.ScopeSession.Counts;
import inventory.core.reconcile.ScopeSession.Quarantined;
import inventory.core.store.resource.ScopeTransaction.Written;
import java.util.ArrayList;
import java.util.List;

/** What an attempt saw, in numbers. Not thread-safe. */
final class Tally {
    private static final int KEPT = 100;
    private static final int LONGEST_REF = 200;

    private final String scope;
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long quarantinedCount;
    private long created;
    private long updated;
    private long unchanged;

    Tally(String scope) {
        this.scope = scope;
    }

    void quarantine(String ref, String reason) {
        quarantinedCount++;
        if (quarantined.size() < KEPT) {
            String shown = ref.length() > LONGEST_REF ? ref.substring(0, LONGEST_REF) + "…" : ref;
            quarantined.add(new Quarantined(scope, shown, reason));
        }
    }

    void warn(List<String> texts) {
        warnings.addAll(texts.subList(0, Math.min(texts.size(), KEPT - warnings.size())));
    }

    void unchanged() {
        unchanged++;
    }

    void add(Written written) {
        created += written.created();
        updated += written.updated();
        unchanged += written.unchanged();
    }

    Counts counts() {
        return new Counts(
                created, updated, unchanged, quarantinedCount, List.copyOf(quarantined), List.copyOf(warnings));
    }
}
