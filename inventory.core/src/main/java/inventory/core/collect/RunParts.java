package inventory.core.collect;

import inventory.core.collect.RunControl.Stop;
import inventory.core.reconcile.RunEnd;
import java.time.Instant;

/** One run in progress. */
record RunParts(CollectServices services, ClaimedRun run, RunControl control, RunProgress figures, Instant deadline) {
    /** Stores the end of a run that removes nothing. @return the end */
    RunEnd end(RunEnd end) throws RunStoppedException {
        if (!services.store().end(run.reference(), end)) {
            throw new RunStoppedException(Stop.LOST);
        }
        return end;
    }
}
