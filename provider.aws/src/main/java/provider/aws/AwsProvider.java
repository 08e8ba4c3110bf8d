package provider.aws;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import org.osgi.service.component.annotations.Component;

/** {@code aws:aws}: an account of Amazon Web Services, or of anything that speaks its protocols. */
@Component
@PluginDescription(
        vendor = "aws",
        provider__type = "aws",
        display__name = "Amazon Web Services",
        supported__resource__types = {
            "auto_scaling_group",
            "block_storage",
            "container_orchestration_platform",
            "load_balancer",
            "object_storage",
            "relational_db",
            "security_group",
            "serverless_function",
            "subnet",
            "virtual_machine",
            "vpc"
        })
public final class AwsProvider implements BaseProvider {
    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        return AwsConnection.open(AwsSettings.of(context), context);
    }
}
