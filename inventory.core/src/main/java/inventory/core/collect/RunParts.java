package inventory.core.collect;

import java.time.Instant;

/** One run in progress. */
record RunParts(CollectServices services, ClaimedRun run, RunControl control, RunProgress figures, Instant deadline) {}
