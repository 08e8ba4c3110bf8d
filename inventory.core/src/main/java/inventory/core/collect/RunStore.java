package inventory.core.collect;

import inventory.api.admin.CollectRequest;
import inventory.api.identity.Caller;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import inventory.core.reconcile.RunSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The runs in the database. Every method throws {@code UnavailableException} while it cannot be reached. Thread-safe. */
public interface RunStore {
    /** Stores a pending run and its task in one transaction; throws what {@link Runs#request} says. */
    CollectionRun create(Provider provider, CollectRequest request);

    /**
     * Stores a pending run of a provider whose schedule came true, unless it has an active one.
     *
     * @return when the schedule comes true again; empty if the provider has none, is disabled or gone
     */
    Optional<Instant> createScheduled(UUID providerId, Instant now);

    /** Plans what {@link #createSoon} does for the next second, once however often this is called until then. */
    void planSoon(UUID providerId);

    /**
     * Stores a pending run of everything for a provider in which something was changed, with the guard against mass removal off.
     *
     * @return when to try again, because a run is active; empty if it is stored, or the provider is disabled or gone
     */
    Optional<Instant> createSoon(UUID providerId, Instant now);

    /** Takes a run: running from now on, with the next fencing number. @return empty if it has ended or is not there */
    Optional<ClaimedRun> claim(UUID runId);

    /** Stores the figures. @return whether the run is still this worker's */
    boolean report(RunReference run, RunReport report);

    /**
     * Ends a run that has nothing to finish; the others end with {@link RunSession#finish}.
     *
     * @return false if it was no longer this worker's, and nothing was stored
     */
    boolean end(RunReference run, RunEnd end);

    /** Ends a pending or running run as canceled. @return whether it did */
    boolean cancel(UUID runId);

    /** @return the provider's pending or running run */
    Optional<UUID> active(UUID providerId);

    /** @return number of runs that wait for a worker */
    long pending();

    /** @return plugin key → number of provider records, enabled or not */
    Map<String, Long> providersByPlugin();

    /** @return the enabled providers of the plugin that the caller may see, by name */
    List<Target> enabledProviders(Caller caller, String vendor, String providerType);

    /** @return the provider, enabled or not */
    Optional<Target> target(UUID providerId);
}
