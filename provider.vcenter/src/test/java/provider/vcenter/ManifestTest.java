package provider.vcenter;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
import inventory.api.resource.ResourceData;
import java.util.Collection;
import java.util.List;
import provider.vcenter.map.Samples;

final class ManifestTest extends ManifestContract {
    @Override
    protected Class<? extends BaseProvider> plugin() {
        return VcenterProvider.class;
    }

    @Override
    protected Collection<ResourceData> everything() {
        return Samples.all();
    }

    @Override
    protected List<String> secrets() {
        return List.of("password");
    }
}
