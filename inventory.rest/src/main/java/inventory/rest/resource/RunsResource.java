package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.resource.CollectionRun;
import inventory.rest.Core;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Supplier;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;

/** Collection runs. */
@Path("collection-runs")
@Produces(MediaType.APPLICATION_JSON)
public final class RunsResource extends ListingResource<CollectionRun> {
    public RunsResource(Supplier<Core> core) {
        super(core, Listings.COLLECTION_RUNS);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(
            summary = "Cancels a run",
            description = "Its status is final in the answer; it removes nothing any more.")
    @ApiResponse(responseCode = "409", description = "It has ended already.")
    public CollectionRun cancel(@Context SecurityContext security, @PathParam("id") String id) {
        return core().providers().cancel(caller(security), id);
    }
}
