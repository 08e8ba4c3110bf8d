/**
 * Which plugins are here, in what state, and whether their connections work.
 */
@Version("1.1.0")
package inventory.api.plugin;

import org.osgi.annotation.versioning.Version;
