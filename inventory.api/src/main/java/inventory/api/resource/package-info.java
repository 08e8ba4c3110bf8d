/**
 * The records of the inventory: what is known, since when, and how it changed.
 *
 * <p>All are immutable. Nothing in them is null: what may be absent is an {@link java.util.Optional} or an empty
 * collection. Times are {@link java.time.Instant}s (UTC).
 */
@Version("1.1.0")
package inventory.api.resource;

import org.osgi.annotation.versioning.Version;
