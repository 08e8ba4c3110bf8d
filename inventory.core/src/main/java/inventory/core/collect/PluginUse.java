package inventory.core.collect;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ProviderConnection;
import inventory.core.registry.PluginLease;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run's hold on its plugin: given back, and the connection closed, when the run and all its calls have let go, be it long after the
 * run because a call hangs. Thread-safe.
 */
public final class PluginUse {
    private static final Logger LOG = LoggerFactory.getLogger(PluginUse.class);

    private final PluginLease lease;
    private ProviderConnection connection;
    private int users = 1;

    PluginUse(PluginLease lease) {
        this.lease = lease;
    }

    public BaseProvider provider() {
        return lease.provider();
    }

    /** Tells which run this is, so that it can be canceled if the plugin has to go. */
    void usedBy(UUID run) {
        lease.usedBy(run);
    }

    /** Tells which task this is, so that it can be canceled if the plugin has to go. */
    public void usedByTask(UUID task) {
        lease.usedByTask(task);
    }

    /** @return a call that keeps the plugin until it has ended */
    public PluginCall call(Runnable body) {
        retain();
        PluginCall call = new PluginCall(lease.provider().getClass().getClassLoader(), body);
        call.whenEnded(this::release);
        return call;
    }

    /** @return a call that lets go of the run's own hold; ended, it has closed the connection unless another call hangs */
    PluginCall closing() {
        return new PluginCall(lease.provider().getClass().getClassLoader(), this::release);
    }

    synchronized void opened(ProviderConnection open) {
        connection = open;
    }

    synchronized ProviderConnection connection() {
        return connection;
    }

    private synchronized void retain() {
        users++;
    }

    /** One user less. The last one closes the connection, so this calls the plugin. */
    public void release() {
        ProviderConnection open;
        synchronized (this) {
            users--;
            if (users > 0) {
                return;
            }
            open = connection;
        }
        try {
            if (open != null) {
                open.close();
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Plugin {} failed to close a connection", lease.manifest().key(), e);
        } finally {
            lease.close();
        }
    }
}
