package provider.ovh;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
import inventory.api.resource.ResourceData;
import java.util.Collection;
import java.util.List;

final class DedicatedManifestTest extends ManifestContract {
    @Override
    protected Class<? extends BaseProvider> plugin() {
        return DedicatedProvider.class;
    }

    @Override
    protected Collection<ResourceData> everything() throws Exception {
        FakeOvh ovh = DedicatedEstate.fill(new FakeOvh(), 2);
        DedicatedEstate.addVrack(ovh, "pn-1");
        return ovh.readBy(new DedicatedProvider());
    }

    @Override
    protected List<String> secrets() {
        return List.of("application_secret", "consumer_key", "client_secret");
    }
}
