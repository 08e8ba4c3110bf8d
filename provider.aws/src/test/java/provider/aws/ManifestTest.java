package provider.aws;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
import inventory.api.resource.ResourceData;
import java.util.Collection;
import java.util.List;
import provider.aws.map.Samples;

final class ManifestTest extends ManifestContract {
    @Override
    protected Class<? extends BaseProvider> plugin() {
        return AwsProvider.class;
    }

    @Override
    protected Collection<ResourceData> everything() {
        return Samples.all().toList();
    }

    @Override
    protected List<String> secrets() {
        return List.of("password", "secret_access_key", "session_token");
    }
}
