package provider.vcenter.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Locale;

/** Datastore → {@code block_storage}. What is free moves all the time and is a metric. */
public final class DatastoreMapper {
    public static final List<String> PATHS = List.of(
            "name",
            "parent",
            "summary.capacity",
            "summary.freeSpace",
            "summary.type",
            "summary.url",
            "summary.accessible",
            "summary.maintenanceMode");

    private static final long GIB = 1L << 30;

    private DatastoreMapper() {}

    public static ResourceData map(VimObject datastore, Origin origin) {
        String type = datastore.text("summary.type");
        Long capacity = datastore.whole("summary.capacity");
        Long free = datastore.whole("summary.freeSpace");
        ResourceData.Builder resource = origin.describe(datastore, "block_storage", "vSphere Datastore")
                .canonicalId(origin.canonicalId("datastore", datastore))
                .state(datastore.is("summary.accessible") ? ResourceState.ACTIVE : ResourceState.INACTIVE)
                .property("datastore_type", type == null ? null : type.toLowerCase(Locale.ROOT))
                .property("maintenance_mode", datastore.text("summary.maintenanceMode"))
                .property("url", datastore.text("summary.url"));
        if (capacity != null) {
            resource.diskGb(capacity / GIB).property("capacity_gb", capacity / GIB);
        }
        if (capacity != null && free != null) {
            resource.metric("free_space_gb", tenths(free / (double) GIB))
                    .metric("provisioned_pct", capacity == 0 ? 0.0 : tenths(100.0 * (capacity - free) / capacity));
        }
        return resource.build();
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
