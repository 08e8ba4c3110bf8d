package inventory.core.collect;

import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.core.reconcile.Reconciler;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.ScopeSession;
import inventory.core.reconcile.StaleRunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Takes everything as new and remembers it; what a test says beforehand, it answers. */
final class MemoryReconciler implements Reconciler {
    /** scope → references of its committed attempt. */
    final Map<String, List<String>> committed = new ConcurrentHashMap<>();
    /** scope → types left out of its committed attempt. */
    final Map<String, Set<String>> leftOut = new ConcurrentHashMap<>();

    final AtomicInteger open = new AtomicInteger();
    final AtomicReference<String> finished = new AtomicReference<>("");
    volatile RunSession.Removals removals = new RunSession.Removals(0, 0);
    volatile Runnable onAccept = () -> {};
    volatile Runnable onCommit = () -> {};
    volatile Runnable onFinish = () -> {};
    volatile long quarantined;
    private final RunStore store;

    /** @param store where runs end */
    MemoryReconciler(RunStore store) {
        this.store = store;
    }

    @Override
    public RunSession open(RunReference run) {
        return new Run(run);
    }

    private final class Run implements RunSession {
        private final RunReference run;

        Run(RunReference run) {
            this.run = run;
        }

        @Override
        public ScopeSession open(Scope scope, Set<String> types) {
            open.incrementAndGet();
            return new Attempt(scope);
        }

        @Override
        public Removals removals() {
            return removals;
        }

        @Override
        public RunEnd finish(boolean remove, RunEnd end) {
            onFinish.run();
            RunEnd ended = end.removing(remove ? removals.candidates() : 0);
            if (!store.end(run, ended)) {
                throw new StaleRunException("canceled");
            }
            finished.set(remove ? "removed" : "kept");
            return ended;
        }
    }

    private final class Attempt implements ScopeSession {
        private final Scope scope;
        private final List<String> seen = new ArrayList<>();
        private final Set<String> notRead = ConcurrentHashMap.newKeySet();
        private boolean ended;

        Attempt(Scope scope) {
            this.scope = scope;
        }

        @Override
        public synchronized void accept(ResourceData resource) {
            onAccept.run();
            seen.add(resource.emsRef());
        }

        @Override
        public void notRead(String resourceType) {
            notRead.add(resourceType);
        }

        @Override
        public synchronized Counts commit() {
            onCommit.run();
            committed.put(scope.id(), List.copyOf(seen));
            leftOut.put(scope.id(), Set.copyOf(notRead));
            long bad = quarantined;
            List<Quarantined> records = new ArrayList<>();
            for (int i = 0; i < bad; i++) {
                records.add(new Quarantined(scope.id(), "", "no reference"));
            }
            return new Counts(seen.size(), 0, 0, bad, records, List.of());
        }

        @Override
        public synchronized void close() {
            if (!ended) {
                ended = true;
                open.decrementAndGet();
            }
        }
    }

    Map<String, List<String>> committed() {
        return new TreeMap<>(committed);
    }
}
