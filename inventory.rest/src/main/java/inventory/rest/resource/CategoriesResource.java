package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.taxonomy.ResourceCategory;
import inventory.rest.Core;
import java.util.function.Supplier;
import javax.ws.rs.Path;

/** The shelves of the taxonomy. */
@Path("resource-categories")
public final class CategoriesResource extends ListingResource<ResourceCategory> {
    public CategoriesResource(Supplier<Core> core) {
        super(core, Listings.CATEGORIES);
    }
}
