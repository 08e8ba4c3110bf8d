/**
 * Calls of an outside system over HTTP, made the way every provider has to make them: counted, interruptible, limited in time and size,
 * and with each failure told as the {@link inventory.api.provider.FailureKind} that it is. Nothing here knows any one system.
 */
@Version("1.1.0")
package inventory.api.http;

import org.osgi.annotation.versioning.Version;
