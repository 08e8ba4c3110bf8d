/** The errors that every service of this API can answer with. */
@Version("1.1.0")
package inventory.api;

import org.osgi.annotation.versioning.Version;
