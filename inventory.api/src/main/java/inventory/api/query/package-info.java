/**
 * Reading: listings with their filters, pages, history, health and measures.
 */
@Version("1.1.0")
package inventory.api.query;

import org.osgi.annotation.versioning.Version;
