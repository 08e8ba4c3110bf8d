package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.resource.Drift;
import inventory.rest.Core;
import java.util.function.Supplier;
import javax.ws.rs.Path;

/** What runs found changed. */
@Path("resource-drift")
public final class DriftResource extends ListingResource<Drift> {
    public DriftResource(Supplier<Core> core) {
        super(core, Listings.DRIFT);
    }
}
