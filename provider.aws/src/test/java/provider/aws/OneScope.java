package provider.aws;

import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one type.
 *
 * @param calls of the scope alone, without opening the connection
 */
record OneScope(List<ResourceData> resources, Optional<ProviderException> failure, int calls, List<String> messages) {

    static OneScope read(FakeProviderContext context, String type) throws Exception {
        try (ProviderConnection connection = new AwsProvider().connect(context.targeting(type))) {
            int before = context.calls();
            Scope scope = connection.scopes().get(0);
            RecordingSink sink = new RecordingSink();
            Optional<ProviderException> failure = Optional.empty();
            try {
                connection.collect(scope, sink);
            } catch (ProviderException e) {
                failure = Optional.of(e);
            }
            return new OneScope(sink.resources(), failure, context.calls() - before, context.messages());
        }
    }
}
