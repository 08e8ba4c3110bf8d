package inventory.core.collect;

import inventory.api.UnavailableException;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.core.collect.RunControl.Stop;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.ScopeSession;
import inventory.core.reconcile.ScopeSession.Counts;
import inventory.core.reconcile.StaleRunException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at one scope: from the plugin, through a session of its own, into the store. */
final class ScopeAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeAttempt.class);

    private final UUID run;
    private final ScopeReading reading;
    private final RunSession session;
    private final NodeSlots slots;
    private final RunProgress figures;
    private final PluginCall call;
    private final AtomicBoolean sessionOpen = new AtomicBoolean();
    private volatile NodeSlots.Slot slot;
    private volatile ScopeSession scopeSession;
    private volatile ScopeResult result = new ScopeResult.GivenUp();

    ScopeAttempt(RunParts parts, ScopeReading reading, PluginUse plugin, RunSession session) {
        this.run = parts.run().id();
        this.reading = reading;
        this.session = session;
        this.slots = parts.services().slots();
        this.figures = parts.figures();
        this.call = plugin.call(() -> result = read(plugin.connection()));
    }

    PluginCall call() {
        return call;
    }

    ScopeReading reading() {
        return reading;
    }

    /** @return how it ended; given up while it has not */
    ScopeResult result() {
        return result;
    }

    /** It does not end although it was told to: frees what it holds. The thread itself is lost until the plugin returns. */
    void abandon() {
        NodeSlots.Slot held = slot;
        if (held != null) {
            held.close();
        }
        if (!call.inStore()) {
            closeSession();
        }
    }

    private ScopeResult read(ProviderConnection connection) {
        try (NodeSlots.Slot held = slots.take()) {
            slot = held;
            return readInSlot(connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ScopeResult.GivenUp();
        }
    }

    private ScopeResult readInSlot(ProviderConnection connection) throws InterruptedException {
        try {
            openSession();
        } catch (RuntimeException e) {
            return failed(e);
        }
        ScopeSink sink = new ScopeSink(scopeSession, call, reading.scope(), reading.types(), figures);
        ScopeResult ended = readInto(sink, connection);
        if (!(ended instanceof ScopeResult.Read)) {
            sink.forget();
        }
        return ended;
    }

    private ScopeResult readInto(ScopeSink sink, ProviderConnection connection) {
        try {
            connection.collect(reading.scope(), sink);
            sink.close();
            if (sink.storeFailure().isPresent()) {
                return failed(sink.storeFailure().get());
            }
            Counts counts = call.inStore(scopeSession::commit);
            return new ScopeResult.Read(counts, sink.notRead());
        } catch (Throwable e) {
            // The one catch-all of this thread: whatever a plugin throws ends this attempt and nothing else.
            sink.close();
            return failed(sink.storeFailure().map(Throwable.class::cast).orElse(e));
        } finally {
            call.tidyStore(this::closeSession);
        }
    }

    private void openSession() throws InterruptedException {
        scopeSession = call.inStore(() -> session.open(reading.scope(), reading.types()));
        sessionOpen.set(true);
    }

    private void closeSession() {
        if (sessionOpen.compareAndSet(true, false)) {
            try {
                scopeSession.close();
            } catch (RuntimeException e) {
                LOG.debug("Run {}: a session did not close", run, e);
            }
        }
    }

    private ScopeResult failed(Throwable e) {
        if (e instanceof StaleRunException) {
            return new ScopeResult.Stopped(Stop.LOST);
        }
        if (e instanceof UnavailableException) {
            return new ScopeResult.Stopped(Stop.STORE_AWAY);
        }
        if (e instanceof InterruptedException && call.canceled()) {
            return new ScopeResult.GivenUp();
        }
        if (e instanceof ProviderException provider) {
            return new ScopeResult.Failed(Failure.of(provider));
        }
        LOG.error("Run {}: reading {} failed inside", run, reading.scope().id(), e);
        return new ScopeResult.Failed(new Failure(FailureKind.INTERNAL, Failure.inside(run)));
    }
}
