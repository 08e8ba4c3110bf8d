package provider.acme;

import inventory.api.http.FakeHttpServer;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
import inventory.api.provider.RecordingSink;
import inventory.api.resource.ResourceData;
import java.util.Collection;
import java.util.List;

/** What the manifest promises is what the plugin does. */
class WidgetManifestTest extends ManifestContract {
    @Override
    protected Class<? extends BaseProvider> plugin() {
        return WidgetProvider.class;
    }

    @Override
    protected Collection<ResourceData> everything() throws Exception {
        try (FakeHttpServer server = FakeHttpServer.answering(WidgetContractTest::recorded)) {
            return RecordingSink.ofEverything(new WidgetProvider(), server.context())
                    .resources();
        }
    }

    @Override
    protected List<String> secrets() {
        return List.of("password");
    }
}
