package inventory.core.reconcile;

import java.util.UUID;

/** Turns observations into inventory. The only writer of resources. Thread-safe. */
public interface Reconciler {
    /**
     * Opens the way into the store for one run.
     *
     * @param run a run whose worker holds {@code fence}
     * @return the session; it holds nothing that is to be given back
     */
    RunSession open(RunReference run);

    /**
     * Which run writes, and with what right.
     *
     * @param fence the number the worker got when it took the run; a commit is refused once the stored number is another or the run
     *     is no longer {@code running}
     */
    record RunReference(UUID run, UUID provider, long organization, long fence) {}
}
