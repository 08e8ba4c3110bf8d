package inventory.core.registry;

import inventory.api.provider.BaseProvider;
import java.util.concurrent.atomic.AtomicBoolean;

/** A plugin's service for as long as it is needed. Closing it twice is harmless. */
public final class PluginLease implements AutoCloseable {
    private final PluginService service;
    private final BaseProvider provider;
    private final Manifest manifest;
    private final AtomicBoolean open = new AtomicBoolean(true);

    PluginLease(PluginService service, BaseProvider provider, Manifest manifest) {
        this.service = service;
        this.provider = provider;
        this.manifest = manifest;
    }

    public BaseProvider provider() {
        return provider;
    }

    public Manifest manifest() {
        return manifest;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            service.giveBack(provider);
        }
    }
}
