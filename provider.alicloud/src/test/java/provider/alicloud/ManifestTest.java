package provider.alicloud;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
import inventory.api.resource.ResourceData;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import provider.alicloud.map.BucketMapper;
import provider.alicloud.map.Origin;

final class ManifestTest extends ManifestContract {
    private static final Map<String, JsonNode> ONE_OF_EACH = Map.of(
            "virtual_machine", Samples.instance(1),
            "block_storage", Samples.disk(1),
            "vpc", Samples.vpc(1),
            "subnet", Samples.vswitch(1),
            "security_group", Samples.securityGroup(1),
            "load_balancer", Samples.loadBalancer(1),
            "relational_db", Samples.database(1));

    @Override
    protected Class<? extends BaseProvider> plugin() {
        return EcsProvider.class;
    }

    @Override
    protected Collection<ResourceData> everything() {
        return Stream.concat(
                        ResourceKind.ALL.stream()
                                .map(kind -> kind.mapper()
                                        .apply(ONE_OF_EACH.get(kind.slug()), new Origin("1", "cn-hangzhou"))),
                        Stream.of(
                                BucketMapper.map(name -> name.equals("Name") ? "photos" : "told", new Origin("1", ""))))
                .toList();
    }

    @Override
    protected List<String> secrets() {
        return List.of("access_key_secret", "password", "security_token");
    }
}
