package provider.acme;

import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import java.util.List;
import provider.acme.client.Page;
import provider.acme.client.WidgetClient;
import provider.acme.map.WidgetMapper;

/** One run: a single scope, since the system lists everything at once. */
record WidgetConnection(WidgetClient client) implements ProviderConnection {
    @Override
    public List<Scope> scopes() {
        return List.of(Scope.of("widgets", "virtual_machine"));
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        for (int number = 1; number > 0; ) {
            Page page = client.page(number);
            for (var item : page.items()) {
                sink.accept(WidgetMapper.resource(item));
            }
            number = page.next();
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
