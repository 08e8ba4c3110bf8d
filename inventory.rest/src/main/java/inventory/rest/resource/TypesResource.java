package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.taxonomy.ResourceType;
import inventory.rest.Core;
import java.util.function.Supplier;
import javax.ws.rs.Path;

/** What a resource can be. */
@Path("resource-types")
public final class TypesResource extends ListingResource<ResourceType> {
    public TypesResource(Supplier<Core> core) {
        super(core, Listings.TYPES);
    }
}
