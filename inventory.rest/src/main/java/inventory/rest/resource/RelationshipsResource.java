package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.resource.Relationship;
import inventory.rest.Core;
import java.util.function.Supplier;
import javax.ws.rs.Path;

/** How resources stand to each other. */
@Path("resource-relationships")
public final class RelationshipsResource extends ListingResource<Relationship> {
    public RelationshipsResource(Supplier<Core> core) {
        super(core, Listings.RELATIONSHIPS);
    }
}
