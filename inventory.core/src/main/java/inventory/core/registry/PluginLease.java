package inventory.core.registry;

import inventory.api.provider.BaseProvider;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A plugin's service for as long as it is needed. Closing it twice is harmless. */
public final class PluginLease implements AutoCloseable {
    private final PluginService service;
    private final BaseProvider provider;
    private final Manifest manifest;
    private final LeaseBook book;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile UUID run;
    private volatile UUID task;

    PluginLease(PluginService service, BaseProvider provider, Manifest manifest, LeaseBook book) {
        this.service = service;
        this.provider = provider;
        this.manifest = manifest;
        this.book = book;
        book.opened(this);
    }

    /** Tells which run uses the plugin, so that it can be canceled if the plugin has to go. */
    public void usedBy(UUID collectionRun) {
        run = collectionRun;
    }

    /** Tells which task uses the plugin, so that it can be canceled if the plugin has to go. */
    public void usedByTask(UUID actionTask) {
        task = actionTask;
    }

    UUID task() {
        return task;
    }

    UUID run() {
        return run;
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
            try {
                service.giveBack(provider);
            } finally {
                book.closed(this);
            }
        }
    }
}
