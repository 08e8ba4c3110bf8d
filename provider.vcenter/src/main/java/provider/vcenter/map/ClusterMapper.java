package provider.vcenter.map;

import com.vmware.vim25.ClusterConfigInfoEx;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;

/** Cluster → {@code container_orchestration_platform}. */
public final class ClusterMapper {
    /** The configuration whole: a vCenter, unlike its simulators, does not give out parts of it. */
    public static final List<String> PATHS = List.of(
            "name",
            "parent",
            "configurationEx",
            "summary.totalCpu",
            "summary.totalMemory",
            "summary.numHosts",
            "summary.numEffectiveHosts");

    private ClusterMapper() {}

    public static ResourceData map(VimObject cluster, Origin origin) {
        ResourceData.Builder resource = origin.describe(cluster, "container_orchestration_platform", "vSphere Cluster")
                .canonicalId(origin.canonicalId("cluster", cluster))
                .state(ResourceState.ACTIVE)
                .property("total_cpu_mhz", cluster.small("summary.totalCpu"))
                .property("total_memory_bytes", cluster.whole("summary.totalMemory"))
                .property("num_hosts", cluster.small("summary.numHosts"))
                .property("num_effective_hosts", cluster.small("summary.numEffectiveHosts"));
        ClusterConfigInfoEx configuration = cluster.get("configurationEx", ClusterConfigInfoEx.class);
        if (configuration != null) {
            resource.property(
                            "ha_enabled",
                            configuration.getDasConfig() != null
                                    && Boolean.TRUE.equals(
                                            configuration.getDasConfig().getEnabled()))
                    .property(
                            "drs_enabled",
                            configuration.getDrsConfig() != null
                                    && Boolean.TRUE.equals(
                                            configuration.getDrsConfig().getEnabled()));
        }
        return resource.build();
    }
}
