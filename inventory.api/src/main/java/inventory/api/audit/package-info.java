/** Who did what, and when. */
@Version("1.0.0")
package inventory.api.audit;

import org.osgi.annotation.versioning.Version;
