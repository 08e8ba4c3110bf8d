package inventory.core.collect;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A plugin that does what the test says and remembers what was asked of it. */
final class FakeProvider implements BaseProvider {
    interface Connecting {
        void with(ProviderContext context, int attempt) throws ProviderException, InterruptedException;
    }

    interface Collecting {
        void into(Scope scope, ResourceSink sink, int attempt) throws ProviderException, InterruptedException;
    }

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger closed = new AtomicInteger();
    volatile Connecting connecting = (context, attempt) -> {};
    volatile Collecting collecting = (scope, sink, attempt) -> {};
    volatile List<Scope> scopes = List.of();
    volatile ProviderContext context;
    private final AtomicInteger connects = new AtomicInteger();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    @Override
    public ProviderConnection connect(ProviderContext given) throws ProviderException, InterruptedException {
        context = given;
        calls.add("connect");
        connecting.with(given, connects.incrementAndGet());
        return new Connection();
    }

    int attempts(String scope) {
        return attempts.getOrDefault(scope, new AtomicInteger()).get();
    }

    private final class Connection implements ProviderConnection {
        @Override
        public List<Scope> scopes() {
            calls.add("scopes");
            return scopes;
        }

        @Override
        public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
            int attempt = attempts.computeIfAbsent(scope.id(), id -> new AtomicInteger())
                    .incrementAndGet();
            calls.add("collect " + scope.id());
            collecting.into(scope, sink, attempt);
        }

        @Override
        public void close() {
            calls.add("close");
            closed.incrementAndGet();
        }
    }
}
