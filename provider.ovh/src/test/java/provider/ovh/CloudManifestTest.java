package provider.ovh;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
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
        return CloudEstate.addProject(new FakeOvh(), "p1", 1).readBy(new CloudProvider());
    }

    @Override
    protected List<String> secrets() {
        return List.of("application_secret", "consumer_key", "client_secret");
    }
}
