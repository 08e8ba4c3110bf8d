package provider.sample.map;

import inventory.api.resource.ResourceData;
import java.time.Instant;
import java.util.List;
import provider.sample.estate.Dice;
import provider.sample.estate.Estate;
import provider.sample.estate.Kind;

/** Describes any resource of an estate. Nothing but the property {@code revision} and the metrics depends on the epoch. */
public final class ResourceMapper {
    private static final Instant BIRTH = Instant.parse("2024-01-01T00:00:00Z");
    private static final int SECONDS_PER_YEAR = 365 * 24 * 60 * 60;
    private static final int TEN_MILLION = 10_000_000;
    private static final List<String> REGIONS = List.of("dc-north", "dc-east", "dc-south", "dc-west");
    private static final List<String> ENVIRONMENTS = List.of("production", "production", "staging", "test");
    private static final List<String> OWNERS = List.of("billing", "platform", "search", "shop", "warehouse");

    private final Estate estate;
    private final boolean metrics;

    /** @param metrics whether observations carry metrics */
    public ResourceMapper(Estate estate, boolean metrics) {
        this.estate = estate;
        this.metrics = metrics;
    }

    /** The resource as it is in the epoch of the estate. */
    public ResourceData map(int index) {
        return describe(index, Kind.of(index).slug()).build();
    }

    /** The resource under another type; for records that are wrong on purpose. */
    public ResourceData map(int index, String ref, String type) {
        return ResourceData.of(ref, type).name(nameOf(index)).build();
    }

    private ResourceData.Builder describe(int index, String type) {
        Kind kind = Kind.of(index);
        Dice dice = new Dice(estate.seed(), index);
        String region = REGIONS.get(index / Kind.RACK % REGIONS.size());
        String uuid = dice.uuid("canonical").toString();
        ResourceData.Builder resource = ResourceData.of(estate.ref(index), type)
                .name(nameOf(index))
                .description("Generated " + type + " number " + index)
                .canonicalId(uuid)
                .vendorIdentifier("uuid", uuid)
                .vendorIdentifier("asset_number", "A" + index)
                .vendorType("Generated " + kind.prefix())
                .region(region)
                .availabilityZone(region + (dice.below(2, "zone") == 0 ? "-a" : "-b"))
                .cloudTenant("tenant-" + dice.below(8, "tenant"))
                .emsCreatedOn(BIRTH.plusSeconds(dice.below(SECONDS_PER_YEAR, "created")))
                .property("revision", estate.revision(index))
                .providerTag("environment", dice.pick(ENVIRONMENTS, "environment"))
                .providerTag("owner", dice.pick(OWNERS, "owner"))
                .providerTag("cost_center", "cc-" + (100 + dice.below(50, "cost")));
        if (Kind.hostOf(index) >= 0) {
            resource.relation(kind.toHost(), estate.ref(Kind.hostOf(index)));
        }
        if (metrics) {
            measure(resource, index);
        }
        return details(resource, kind, new Site(estate.seed(), index, dice));
    }

    private static ResourceData.Builder details(ResourceData.Builder resource, Kind kind, Site site) {
        return switch (kind) {
            case HYPERVISOR_HOST -> MachineMapper.host(resource, site);
            case VIRTUAL_MACHINE -> MachineMapper.virtualMachine(resource, site);
            case SUBNET -> NetworkMapper.subnet(resource, site);
            case LOAD_BALANCER -> NetworkMapper.loadBalancer(resource, site);
            case BLOCK_STORAGE -> DataMapper.volume(resource, site);
            case RELATIONAL_DB -> DataMapper.database(resource, site);
        };
    }

    private void measure(ResourceData.Builder resource, int index) {
        Dice moment = new Dice(estate.seed() + estate.epoch(), index);
        resource.metric("utilization_percent", moment.below(1001, "utilization") / 10.0)
                .metric("operations_per_second", moment.below(5000, "operations"));
    }

    private static String nameOf(int index) {
        return Kind.of(index).prefix() + "-"
                + Integer.toString(TEN_MILLION + index).substring(1);
    }
}
