package bndrun.bench.account;

import inventory.api.http.HttpCalls;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** {@code bench:account}: as small as a provider can be, so that the core is what is measured. */
public final class AccountProvider implements BaseProvider {
    /** Calls that reading an account takes: one to connect, one for each scope. */
    public static final int CALLS = 20;

    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        String account = URI.create(context.endpoint()).getPath().substring(1);
        HttpCalls calls = new HttpCalls(context, new RateLimit("bench/" + account, CALLS, Duration.ofSeconds(1)));
        Account connection = new Account(account, context.endpoint(), calls);
        connection.call(0);
        return connection;
    }

    private record Account(String name, String address, HttpCalls calls) implements ProviderConnection {
        private String call(int page) throws ProviderException, InterruptedException {
            return calls.json(HttpCalls.to(address + "/" + page)).body();
        }

        @Override
        public List<Scope> scopes() {
            return IntStream.range(1, CALLS)
                    .mapToObj(page -> Scope.of(name + "/" + page, "virtual_machine"))
                    .toList();
        }

        @Override
        public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
            String machine = call(Integer.parseInt(scope.id().substring(name.length() + 1)));
            sink.accept(ResourceData.of(machine.replace("\"", ""), "virtual_machine")
                    .build());
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
