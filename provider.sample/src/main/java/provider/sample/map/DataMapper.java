package provider.sample.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import provider.sample.estate.Dice;

/** What keeps data. */
final class DataMapper {
    private static final List<String> VOLUME_TYPES = List.of("hdd", "nvme", "ssd");

    private DataMapper() {}

    static ResourceData.Builder volume(ResourceData.Builder resource, Site site) {
        Dice dice = site.dice();
        return resource.state(ResourceState.ACTIVE)
                .diskGb(50L << dice.below(6, "size"))
                .property("volume_type", dice.pick(VOLUME_TYPES, "volume"))
                .property("iops", 500 * (1 + dice.below(16, "iops")))
                .property("encrypted", dice.below(4, "encrypted") > 0);
    }

    static ResourceData.Builder database(ResourceData.Builder resource, Site site) {
        Dice dice = site.dice();
        boolean postgres = dice.below(3, "engine") > 0;
        return resource.state(ResourceState.RUNNING)
                .powerState("on")
                .flavor("db.small")
                .ipAddress(site.address())
                .fqdn("db-" + site.index() + ".sample.example")
                .diskGb(100L << dice.below(5, "size"))
                .property("engine", postgres ? "postgresql" : "mariadb")
                .property("engine_version", postgres ? "16.4" : "11.4")
                .property("port", postgres ? 5432 : 3306)
                .property("multi_zone", dice.below(2, "multi") == 0);
    }
}
