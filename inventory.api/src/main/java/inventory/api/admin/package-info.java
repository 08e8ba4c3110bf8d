/**
 * Writing: providers, collection runs, people.
 */
@Version("1.1.0")
package inventory.api.admin;

import org.osgi.annotation.versioning.Version;
