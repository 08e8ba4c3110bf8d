package inventory.core.collect;

import inventory.api.UnavailableException;
import inventory.api.admin.CollectRequest;
import inventory.api.identity.Caller;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One run, without a database. */
final class MemoryRunStore implements RunStore {
    final List<RunReport> reports = Collections.synchronizedList(new ArrayList<>());
    volatile ClaimedRun run;
    volatile RunEnd end;
    volatile boolean canceled;
    volatile boolean away;

    @Override
    public Optional<ClaimedRun> claim(UUID runId) {
        requireHere();
        return canceled || end != null ? Optional.empty() : Optional.of(run);
    }

    @Override
    public boolean report(RunReference reference, RunReport report) {
        requireHere();
        reports.add(report);
        return !canceled;
    }

    @Override
    public boolean end(RunReference reference, RunEnd ended) {
        requireHere();
        if (canceled) {
            return false;
        }
        end = ended;
        return true;
    }

    @Override
    public boolean cancel(UUID runId) {
        canceled = end == null;
        return canceled;
    }

    private void requireHere() {
        if (away) {
            throw new UnavailableException("away", null);
        }
    }

    @Override
    public CollectionRun create(Provider provider, CollectRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> createScheduled(UUID providerId, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void planSoon(UUID providerId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> createSoon(UUID providerId, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<UUID> active(UUID providerId) {
        return end == null && !canceled ? Optional.of(run.id()) : Optional.empty();
    }

    @Override
    public long pending() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Long> providersByPlugin() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Target> target(UUID providerId) {
        return Optional.empty();
    }

    @Override
    public List<Target> enabledProviders(Caller caller, String vendor, String providerType) {
        throw new UnsupportedOperationException();
    }
}
