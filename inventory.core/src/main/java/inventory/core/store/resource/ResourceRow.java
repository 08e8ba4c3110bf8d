package inventory.core.store.resource;

import inventory.core.reconcile.Interval;
import inventory.core.reconcile.Observation;
import java.util.UUID;

/**
 * A resource as it is to be stored.
 *
 * @param metrics fingerprint of its newest samples
 */
record ResourceRow(UUID id, UUID type, long lane, Observation observation, long metrics, Interval interval) {}
