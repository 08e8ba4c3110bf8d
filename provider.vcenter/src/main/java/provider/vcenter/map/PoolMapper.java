package provider.vcenter.map;

import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;
import static inventory.api.taxonomy.RelationshipType.PART_OF;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Optional;

/** Resource pool or vApp → {@code auto_scaling_group}. */
public final class PoolMapper {
    public static final List<String> PATHS =
            List.of("name", "parent", "owner", "config.cpuAllocation.limit", "config.memoryAllocation.limit");

    private PoolMapper() {}

    /** @return empty for the pool that each cluster and each host has of itself */
    public static Optional<ResourceData> map(VimObject pool, Origin origin) {
        if (origin.tree().isRootPool(pool.id())) {
            return Optional.empty();
        }
        String owner = pool.id("owner");
        String parent = pool.id("parent");
        ResourceData.Builder resource = origin.describe(pool, "auto_scaling_group", "vSphere Resource Pool")
                .canonicalId(origin.canonicalId("respool", pool))
                .state(ResourceState.ACTIVE)
                .property("cpu_limit_mhz", pool.whole("config.cpuAllocation.limit"))
                .property("memory_limit_mb", pool.whole("config.memoryAllocation.limit"));
        if (origin.tree().isCluster(owner)) {
            resource.property("cluster", origin.tree().name(owner)).relation(PART_OF, owner);
        }
        if (!origin.tree().isRootPool(parent)) {
            resource.property("parent_pool", origin.tree().name(parent)).relation(MEMBER_OF, parent);
        }
        return Optional.of(resource.build());
    }
}
