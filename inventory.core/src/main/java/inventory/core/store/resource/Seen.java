package inventory.core.store.resource;

import inventory.core.reconcile.KnownIndex.Standing;
import inventory.core.reconcile.Observation;

/**
 * An observation that has something to be written.
 *
 * @param handle in the index
 */
record Seen(int handle, Observation observation, ReadingLane lane, Standing standing) {}
