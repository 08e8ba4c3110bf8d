/**
 * What happened, in order: a durable feed that each consumer reads at its own pace, and a bell without payload.
 */
@Version("1.0.0")
package inventory.api.change;

import org.osgi.annotation.versioning.Version;
