/**
 * The words for what exists: categories, types, states and relationship types.
 */
@Version("1.0.0")
package inventory.api.taxonomy;

import org.osgi.annotation.versioning.Version;
