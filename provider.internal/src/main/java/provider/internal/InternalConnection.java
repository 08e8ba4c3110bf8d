package provider.internal;

import inventory.api.UnavailableException;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.store.StoreException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import provider.internal.machine.Machine;
import provider.internal.map.MachineMapper;
import provider.internal.store.MachineStore;
import provider.internal.store.Selection;

/** Reads the machines of one provider record in the order of their ids, so that a change meanwhile hides none. */
record InternalConnection(MachineStore store, ProviderContext context) implements ProviderConnection, ConnectionTest {
    private static final Scope MACHINES = new Scope("machines", MachineMapper.TYPES);
    private static final int PAGES_PER_SECOND = 100;

    @Override
    public List<Scope> scopes() {
        return List.of(MACHINES);
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        List<Machine> next = after("");
        while (!next.isEmpty()) {
            for (Machine machine : next) {
                sink.accept(MachineMapper.map(machine));
            }
            next = after(next.get(next.size() - 1).id());
        }
    }

    @Override
    public String test() throws ProviderException {
        Selection all = Selection.of(Set.of(context.providerId()));
        try {
            return "Connected to the product's own database, which keeps "
                    + store.list(all, 1, 1).count() + " machines of this provider.";
        } catch (UnavailableException | StoreException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        // connections go back to the database with each query
    }

    private List<Machine> after(String id) throws ProviderException, InterruptedException {
        context.permit(new RateLimit("internal/" + context.providerId(), PAGES_PER_SECOND, Duration.ofSeconds(1)));
        try {
            return store.after(context.providerId(), id);
        } catch (UnavailableException | StoreException e) {
            throw failure(e);
        }
    }

    private static ProviderException failure(RuntimeException e) {
        FailureKind kind = kind(e);
        String advice = kind == FailureKind.PERMISSION ? ". Grant it to the product's database user again." : "";
        return new ProviderException(kind, "The machines cannot be read: " + e.getMessage() + advice, e);
    }

    private static FailureKind kind(RuntimeException e) {
        if (e instanceof StoreException refusal) {
            return refusal.isDenied() ? FailureKind.PERMISSION : FailureKind.INTERNAL;
        }
        boolean late = Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
        return late ? FailureKind.TIMEOUT : FailureKind.UNREACHABLE;
    }
}
