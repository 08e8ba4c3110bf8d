package provider.vcenter;

import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.resource.ResourceData;
import java.util.Optional;
import provider.vcenter.map.ClusterMapper;
import provider.vcenter.map.DatastoreMapper;
import provider.vcenter.map.HostMapper;
import provider.vcenter.map.MachineMapper;
import provider.vcenter.map.NetworkMapper;
import provider.vcenter.map.Origin;
import provider.vcenter.map.PoolMapper;
import provider.vcenter.map.SwitchMapper;

/** What can be read: which listing, by which mapper. */
enum ResourceKind {
    CONTAINER_ORCHESTRATION_PLATFORM("container_orchestration_platform"),
    HYPERVISOR_HOST("hypervisor_host"),
    AUTO_SCALING_GROUP("auto_scaling_group"),
    BLOCK_STORAGE("block_storage"),
    SWITCH("switch"),
    VLAN_SEGMENT("vlan_segment"),
    VIRTUAL_MACHINE("virtual_machine");

    private final String slug;

    ResourceKind(String slug) {
        this.slug = slug;
    }

    /** The kind with this slug, one of those that scopes are made of. */
    static ResourceKind of(String slug) {
        for (ResourceKind kind : values()) {
            if (kind.slug.equals(slug)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No scope of this plugin: " + slug);
    }

    String slug() {
        return slug;
    }

    void read(Reading at) throws ProviderException, InterruptedException {
        Origin from = at.origin();
        ResourceSink to = at.sink();
        switch (this) {
            case CONTAINER_ORCHESTRATION_PLATFORM ->
                at.list(one -> to.accept(ClusterMapper.map(one, from)), "ClusterComputeResource", ClusterMapper.PATHS);
            case HYPERVISOR_HOST ->
                at.list(one -> to.accept(HostMapper.map(one, from)), "HostSystem", HostMapper.PATHS);
            case AUTO_SCALING_GROUP -> pools(at);
            case BLOCK_STORAGE ->
                at.list(one -> to.accept(DatastoreMapper.map(one, from)), "Datastore", DatastoreMapper.PATHS);
            case SWITCH ->
                at.list(one -> to.accept(SwitchMapper.map(one, from)), "DistributedVirtualSwitch", SwitchMapper.PATHS);
            case VLAN_SEGMENT -> networks(at);
            case VIRTUAL_MACHINE ->
                at.list(one -> to.accept(MachineMapper.map(one, from)), "VirtualMachine", MachineMapper.PATHS);
        }
    }

    private static void pools(Reading at) throws ProviderException, InterruptedException {
        at.list(
                one -> {
                    Optional<ResourceData> pool = PoolMapper.map(one, at.origin());
                    if (pool.isPresent()) {
                        at.sink().accept(pool.get());
                    }
                },
                "ResourcePool",
                PoolMapper.PATHS);
    }

    /** Port groups of distributed switches are networks too, and have more to tell: they are listed by themselves. */
    private static void networks(Reading at) throws ProviderException, InterruptedException {
        at.list(
                one -> {
                    if (!one.type().equals(NetworkMapper.PORT_GROUP)) {
                        at.sink().accept(NetworkMapper.map(one, at.origin()));
                    }
                },
                "Network",
                NetworkMapper.PATHS);
        at.list(
                one -> at.sink().accept(NetworkMapper.mapPortGroup(one, at.origin())),
                NetworkMapper.PORT_GROUP,
                NetworkMapper.PORT_GROUP_PATHS);
    }
}
