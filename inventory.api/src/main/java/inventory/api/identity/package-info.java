/**
 * Who asks: people, teams, organizations, roles.
 */
@Version("1.0.0")
package inventory.api.identity;

import org.osgi.annotation.versioning.Version;
