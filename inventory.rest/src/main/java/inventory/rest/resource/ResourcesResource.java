package inventory.rest.resource;

import inventory.api.action.Action;
import inventory.api.action.Task;
import inventory.api.identity.Caller;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.api.resource.History;
import inventory.api.resource.Resource;
import inventory.rest.Core;
import inventory.rest.describe.Examples;
import inventory.rest.describe.Lists;
import inventory.rest.listing.ListingReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

/** Resources, and the life of each. */
@Path("resources")
@Produces(MediaType.APPLICATION_JSON)
public final class ResourcesResource extends ListingResource<Resource> {
    public ResourcesResource(Supplier<Core> core) {
        super(core, Listings.RESOURCES);
    }

    @GET
    @Path("{id}/sightings")
    @Produces({MediaType.APPLICATION_JSON, ListingReader.CSV})
    @Lists("resource-sightings")
    @Operation(summary = "Lists when the resource was seen")
    public Response sightings(@Context SecurityContext security, @Context UriInfo uri, @PathParam("id") String id) {
        return ofOne(Listings.SIGHTINGS, caller(security), uri, id);
    }

    @GET
    @Path("{id}/drift")
    @Produces({MediaType.APPLICATION_JSON, ListingReader.CSV})
    @Lists("resource-drift")
    @Operation(summary = "Lists how the resource changed")
    public Response drift(@Context SecurityContext security, @Context UriInfo uri, @PathParam("id") String id) {
        return ofOne(Listings.DRIFT, caller(security), uri, id);
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Sums up the life of the resource", description = "Not paged; the timeline is ascending.")
    public History history(@Context SecurityContext security, @PathParam("id") String id) {
        return core().inventory().history(caller(security), id);
    }

    @GET
    @Path("{id}/actions")
    @Operation(summary = "Lists what can be done to the resource", description = "A bare list, not paged.")
    public List<Action> actions(@Context SecurityContext security, @PathParam("id") String id) {
        return core().actions().of(caller(security), id);
    }

    @POST
    @Path("{id}/actions/{name}")
    @Operation(
            summary = "Does something to the resource",
            description =
                    "Answers at once with a task, pending, which is carried out at most once. Only who may write the"
                            + " provider's organization.")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = Task.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The resource is gone, its provider is disabled, or another task changes it: task.")
    public Response act(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Schema(example = Examples.ACTION) ActionOrderRepresentation wanted) {
        String id = uri.getPathParameters().getFirst("id");
        String name = uri.getPathParameters().getFirst("name");
        return ActionCall.accepted(
                uri, core().actions().start(caller(security), id, ActionCall.order(name, wanted, headers)));
    }

    private Response ofOne(Listing<?> listing, Caller caller, UriInfo uri, String id) {
        Resource resource = core().inventory().get(caller, Listings.RESOURCES, id);
        return reader(listing)
                .list(caller, uri, Map.of("resource", resource.id().toString()));
    }

    /** The body of a call that starts an action. */
    public record ActionOrderRepresentation(Optional<Map<String, Object>> parameters, Optional<Boolean> dryRun) {}
}
