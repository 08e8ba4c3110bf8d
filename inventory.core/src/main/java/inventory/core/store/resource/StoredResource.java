package inventory.core.store.resource;

import inventory.core.reconcile.Interval;
import java.util.Map;
import java.util.UUID;

/**
 * A resource as it is stored.
 *
 * @param metrics fingerprint of its newest samples
 * @param content field → plain value, as {@link inventory.core.reconcile.Content} names them
 */
record StoredResource(UUID id, long lane, boolean gone, long metrics, Interval interval, Map<String, Object> content) {}
