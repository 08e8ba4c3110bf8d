/**
 * What can be done to a resource through its provider: power, reboot, install, rename and the like. A plugin names its actions in the
 * {@code actions} of its {@code manifest.yml} and carries them out in {@link inventory.api.action.ResourceActions}; everything else
 * (who may, whether the parameters are right, the task, its progress and its end) is the core's.
 */
@Version("1.0.0")
package inventory.api.action;

import org.osgi.annotation.versioning.Version;
