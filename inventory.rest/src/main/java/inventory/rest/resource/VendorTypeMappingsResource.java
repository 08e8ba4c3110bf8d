package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.taxonomy.VendorTypeMapping;
import inventory.rest.Core;
import java.util.function.Supplier;
import javax.ws.rs.Path;

/** What vendors call the types. */
@Path("vendor-type-mappings")
public final class VendorTypeMappingsResource extends ListingResource<VendorTypeMapping> {
    public VendorTypeMappingsResource(Supplier<Core> core) {
        super(core, Listings.VENDOR_TYPE_MAPPINGS);
    }
}
