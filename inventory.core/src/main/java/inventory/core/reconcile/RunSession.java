package inventory.core.reconcile;

import inventory.api.provider.Scope;
import java.util.Set;

/** One run's observations. Thread-safe. */
public interface RunSession extends AutoCloseable {
    /**
     * Starts a scope (or another attempt at it).
     *
     * @param types the types of the scope that this run is about; never empty
     */
    ScopeSession open(Scope scope, Set<String> types);

    /** What would be removed now: known resources of the lanes that this run read to their end, seen in none of its scopes. */
    Removals removals();

    /**
     * Ends the reconciliation: resolves relationships and, if told to, removes what {@link #removals()} says.
     *
     * @return number of removed resources
     * @throws StaleRunException the run was cancelled or taken over
     */
    long finish(boolean remove);

    @Override
    void close();

    /**
     * The removal guard's figures.
     *
     * @param candidates how many resources would be removed
     * @param known how many resources of the provider are there (not gone) before the removal
     */
    record Removals(long candidates, long known) {}
}
