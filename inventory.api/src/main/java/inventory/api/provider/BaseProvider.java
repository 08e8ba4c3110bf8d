package inventory.api.provider;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of outside system that can be read. A plugin registers one such service per kind, with the properties of {@link
 * PluginDescription}; its bundle carries {@code manifest.yml} at the root, which names the connection parameters.
 *
 * <p>The service is stateless and thread-safe: runs of several provider records use it at once. It may be taken away at any
 * moment; a run in progress keeps its connection until it ends.
 */
@ConsumerType
public interface BaseProvider {
    /**
     * Opens a connection for one provider record. Called by the core once per run (or connection test) and attempt, on a thread
     * of the core, never while another call for the same run is under way.
     *
     * <p>A normal return promises that the credentials were accepted: at least one call was answered. An implementation that fails
     * closes what it opened itself: {@link ProviderConnection#close()} is not called then.
     *
     * @param context valid until the connection is closed
     * @return the connection; never null
     * @throws ProviderException why not: {@link FailureKind#AUTHENTICATION} for refused credentials, {@link
     *     FailureKind#UNREACHABLE} for no connection, and so on. A bad value in the connection config is an AUTHENTICATION failure
     *     whose message names the key.
     * @throws InterruptedException when the run was cancelled; must be thrown within one second of the interrupt
     */
    ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException;
}
