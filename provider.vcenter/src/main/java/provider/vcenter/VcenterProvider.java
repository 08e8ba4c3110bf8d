package provider.vcenter;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.PluginDescription;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import org.osgi.service.component.annotations.Component;

/** {@code vmware:vcenter}: a vCenter, or a single ESXi host. */
@Component
@PluginDescription(
        vendor = "vmware",
        provider__type = "vcenter",
        display__name = "VMware vCenter",
        supported__resource__types = {
            "auto_scaling_group",
            "block_storage",
            "container_orchestration_platform",
            "hypervisor_host",
            "switch",
            "virtual_machine",
            "vlan_segment"
        })
public final class VcenterProvider implements BaseProvider {
    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        return VcenterConnection.open(VcenterSettings.of(context), context);
    }
}
