package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.taxonomy.PropertyDefinition;
import inventory.rest.Core;
import java.util.function.Supplier;
import javax.ws.rs.Path;

/** The documented keys of {@code properties}. */
@Path("property-definitions")
public final class PropertyDefinitionsResource extends ListingResource<PropertyDefinition> {
    public PropertyDefinitionsResource(Supplier<Core> core) {
        super(core, Listings.PROPERTY_DEFINITIONS);
    }
}
