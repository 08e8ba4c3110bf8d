package inventory.rest.resource;

import inventory.api.ForbiddenException;
import inventory.api.audit.AuditEntry;
import inventory.api.identity.Caller;
import inventory.api.query.Listings;
import inventory.rest.Core;
import java.util.function.Supplier;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The audit, for those who read everything. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource extends ListingResource<AuditEntry> {
    public AuditResource(Supplier<Core> core) {
        super(core, Listings.AUDIT);
    }

    @Override
    void admit(Caller caller) {
        if (!caller.readsAll()) {
            throw new ForbiddenException("Only superusers and platform auditors read the audit.");
        }
    }
}
