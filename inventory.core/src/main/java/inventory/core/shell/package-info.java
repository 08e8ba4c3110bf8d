/** The shell: what people type. The commands call the services of the API as the one who typed them. */
@Capability(namespace = "org.apache.felix.gogo", name = "shell.implementation", version = "1.0.0")
package inventory.core.shell;

import org.osgi.annotation.bundle.Capability;
