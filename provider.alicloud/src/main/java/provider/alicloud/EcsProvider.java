package provider.alicloud;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import org.osgi.service.component.annotations.Component;

/** {@code alicloud:ecs}. What is said here must equal {@code manifest.yml}. */
@Component
@PluginDescription(
        vendor = "alicloud",
        provider__type = "ecs",
        display__name = "Alibaba Cloud",
        supported__resource__types = {
            "block_storage",
            "load_balancer",
            "object_storage",
            "relational_db",
            "security_group",
            "subnet",
            "virtual_machine",
            "vpc"
        })
public final class EcsProvider implements BaseProvider {
    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        return EcsConnection.open(AlicloudSettings.of(context), context);
    }
}
