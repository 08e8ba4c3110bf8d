package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.resource.Metric;
import inventory.rest.Core;
import java.util.function.Supplier;
import javax.ws.rs.Path;

/** Samples that providers delivered. */
@Path("resource-metrics")
public final class MetricsResource extends ListingResource<Metric> {
    public MetricsResource(Supplier<Core> core) {
        super(core, Listings.METRICS);
    }
}
