package inventory.core.collect;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.core.reconcile.ScopeSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** Hands one attempt's observations to the reconciler. Thread-safe. */
final class ScopeSink implements ResourceSink {
    private final ScopeSession session;
    private final PluginCall call;
    private final Scope scope;
    private final Set<String> types;
    private final RunProgress figures;
    private final LongAdder seen = new LongAdder();
    private final Map<String, Failure> notRead = new LinkedHashMap<>();
    private volatile boolean closed;
    private volatile RuntimeException storeFailure;

    ScopeSink(ScopeSession session, PluginCall call, Scope scope, Set<String> types, RunProgress figures) {
        this.session = session;
        this.call = call;
        this.scope = scope;
        this.types = types;
        this.figures = figures;
    }

    @Override
    public void accept(ResourceData resource) throws InterruptedException {
        Objects.requireNonNull(resource);
        requireOpen();
        String type = resource.resourceTypeSlug();
        if (scope.resourceTypes().contains(type) && !types.contains(type)) {
            return;
        }
        call.inStore(() -> {
            store(resource);
            return null;
        });
        seen.increment();
        figures.saw(1);
    }

    @Override
    public void notRead(String resourceType, FailureKind kind, String reason) {
        requireOpen();
        if (types.contains(resourceType)) {
            session.notRead(resourceType);
            synchronized (notRead) {
                notRead.put(resourceType, new Failure(kind, reason.isBlank() ? Failure.word(kind) : reason));
            }
        }
    }

    void close() {
        closed = true;
    }

    /** What was seen does not count: the attempt failed. */
    void forget() {
        figures.saw(-seen.sum());
    }

    /** @return why the store refused something, if it did; the plugin may have swallowed it */
    Optional<RuntimeException> storeFailure() {
        return Optional.ofNullable(storeFailure);
    }

    /** @return type → why it was not read */
    Map<String, Failure> notRead() {
        synchronized (notRead) {
            return new LinkedHashMap<>(notRead);
        }
    }

    private void store(ResourceData resource) throws InterruptedException {
        try {
            session.accept(resource);
        } catch (RuntimeException e) {
            storeFailure = e;
            throw e;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The sink is not valid after collect has returned");
        }
    }
}
