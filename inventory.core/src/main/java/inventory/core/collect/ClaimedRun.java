package inventory.core.collect;

import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunReport;
import java.util.Set;
import java.util.UUID;

/**
 * A run that a worker has just taken.
 *
 * @param fence the worker's right to write; lost as soon as the run is canceled or another worker takes it
 * @param types slugs it is about; empty: all
 * @param confirmRemovals the removal guard is off
 * @param lanesRead lanes that an earlier worker of this run has read to their end
 * @param soFar what that worker reported last
 */
public record ClaimedRun(
        UUID id,
        Target target,
        long fence,
        Set<String> types,
        boolean confirmRemovals,
        long lanesRead,
        RunReport soFar) {
    public RunReference reference() {
        return new RunReference(id, target.id(), target.organization(), fence);
    }
}
