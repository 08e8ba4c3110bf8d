/**
 * What a plugin implements: the door through which every fact enters the inventory.
 *
 * <p>A plugin is a bundle that registers one {@link inventory.api.provider.BaseProvider} service per kind of outside system.
 * It states facts; the core decides what changed. A plugin has no threads, no schedule, no store and no retries of its own.
 */
@Version("1.1.0")
package inventory.api.provider;

import org.osgi.annotation.versioning.Version;
