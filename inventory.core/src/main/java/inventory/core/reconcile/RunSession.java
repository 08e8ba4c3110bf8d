package inventory.core.reconcile;

import inventory.api.provider.Scope;
import java.util.Set;

/** One run's observations. Thread-safe. */
public interface RunSession {
    /**
     * Starts a scope (or another attempt at it).
     *
     * @param types the types of the scope that this run is about; never empty
     */
    ScopeSession open(Scope scope, Set<String> types);

    /** What would be removed now: known resources of the lanes that this run read to their end, seen in none of its scopes. */
    Removals removals();

    /**
     * Ends the run in one transaction: resolves relationships, removes what {@link #removals()} says if told to, and stores the end.
     *
     * @param end how the run ends; what it removes is counted here
     * @return the end as stored, with the number of removed resources
     * @throws StaleRunException the run was cancelled or taken over; nothing was stored
     */
    RunEnd finish(boolean remove, RunEnd end);

    /**
     * The removal guard's figures.
     *
     * @param candidates how many resources would be removed
     * @param known how many resources of the provider are there (not gone) before the removal
     */
    record Removals(long candidates, long known) {}
}
