package provider.ovh;

import inventory.api.http.FakeHttpServer;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
import inventory.api.provider.RecordingSink;
import inventory.api.resource.ResourceData;
import java.util.Collection;
import java.util.List;

final class CloudManifestTest extends ManifestContract {
    @Override
    protected Class<? extends BaseProvider> plugin() {
        return CloudProvider.class;
    }

    @Override
    protected Collection<ResourceData> everything() throws Exception {
        FakeOvh ovh = CloudEstate.addProject(new FakeOvh(), "p1", 1);
        try (FakeHttpServer server = FakeHttpServer.conversing(FakeOvh.RIGHT, FakeOvh.WRONG, ovh)) {
            return RecordingSink.ofEverything(new CloudProvider(), server.context())
                    .resources();
        }
    }

    @Override
    protected List<String> secrets() {
        return List.of("application_secret", "consumer_key", "client_secret");
    }
}
