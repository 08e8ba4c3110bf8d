/**
 * The database of the product, for bundles that keep something of their own in it.
 */
@Version("1.0.0")
package inventory.api.store;

import org.osgi.annotation.versioning.Version;
