package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.resource.Sighting;
import inventory.rest.Core;
import java.util.function.Supplier;
import javax.ws.rs.Path;

/** When resources were seen, and how they looked. */
@Path("resource-sightings")
public final class SightingsResource extends ListingResource<Sighting> {
    public SightingsResource(Supplier<Core> core) {
        super(core, Listings.SIGHTINGS);
    }
}
