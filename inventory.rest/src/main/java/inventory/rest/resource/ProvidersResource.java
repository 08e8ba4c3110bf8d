package inventory.rest.resource;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.ConflictException;
import inventory.api.action.ActionOrder;
import inventory.api.action.Task;
import inventory.api.admin.CollectRequest;
import inventory.api.admin.ProviderDraft;
import inventory.api.identity.Caller;
import inventory.api.plugin.TestResult;
import inventory.api.query.Listings;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.api.resource.Resource;
import inventory.rest.Core;
import inventory.rest.describe.Examples;
import inventory.rest.json.Ignoring;
import inventory.rest.listing.ListingReader;
import inventory.rest.problem.Problem;
import inventory.rest.resource.ProviderRoutes.Target;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

/** Providers: the connections to outside systems, and their collection. */
@Path("providers")
@Produces(MediaType.APPLICATION_JSON)
public final class ProvidersResource extends ListingResource<Provider> {
    public ProvidersResource(Supplier<Core> core) {
        super(core, Listings.PROVIDERS);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a provider")
    @ApiResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = Provider.class)))
    public Response create(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @Ignoring(Provider.class)
                    @Schema(
                            requiredProperties = {"name", "infrastructure", "vendor", "organization"},
                            example = Examples.PROVIDER)
                    ProviderDraft draft) {
        Provider made = core().providers().create(caller(security), draft);
        return created(uri, made.id(), made);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces a provider", description = "Absent fields get their defaults.")
    public Provider replace(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Ignoring(Provider.class)
                    @Schema(
                            requiredProperties = {"name", "infrastructure", "vendor", "organization"},
                            example = Examples.PROVIDER)
                    ProviderDraft draft) {
        return core().providers().update(caller(security), id, draft, true);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes a provider",
            description =
                    "Absent fields stay. connection_config is replaced as a whole; a secret sent as it was shown stays.")
    public Provider change(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Ignoring(Provider.class) @Schema(example = Examples.PROVIDER_CHANGE) ProviderDraft draft) {
        return core().providers().update(caller(security), id, draft, false);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a provider", description = "Its runs and resources go with it.")
    public void delete(@Context SecurityContext security, @PathParam("id") String id) {
        core().providers().delete(caller(security), id);
    }

    @POST
    @Path("{id}/collect")
    @Operation(
            summary = "Starts a collection run",
            description = "Answers at once with the run, pending. The body may be empty: a full run.")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = CollectionRun.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The provider is disabled, or a run is pending or running: collection_run.")
    public Response collect(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Schema(example = Examples.COLLECT) CollectRepresentation wanted) {
        Caller caller = caller(security);
        try {
            CollectionRun run = core().providers().collect(caller, id, wanted.toRequest());
            return Response.accepted(run).build();
        } catch (ConflictException conflict) {
            return conflict(caller, conflict);
        }
    }

    @POST
    @Path("{id}/test")
    @Operation(
            summary = "Tests the connection",
            description = "Connects, whether the provider is enabled or not, and tells how that fared.")
    public TestResult test(@Context SecurityContext security, @PathParam("id") String id) {
        return core().plugins().testProvider(caller(security), id);
    }

    @GET
    @Path("{id}/{route: .+}")
    @Produces({MediaType.APPLICATION_JSON, ListingReader.CSV})
    @Operation(
            summary = "Lists resources by a word of the provider's plugin, or reads one by its id there",
            description =
                    "The words are the routes of the plugin: server, and server/{ems_ref}, or a name that only one has. A slash"
                            + " within the id is written as it is. Filters, pages and downloads as in resources.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of resources, or one resource.",
            content = @Content(schema = @Schema(implementation = Resource.class)))
    public Response route(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @PathParam("id") String id,
            @PathParam("route") String path) {
        ProviderRoutes routes = ProviderRoutes.of(core(), caller(security), id, path);
        return routes.rest().isEmpty()
                ? reader(Listings.RESOURCES).list(caller(security), uri, routes.filters())
                : Response.ok(routes.resource(routes.rest()), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    @POST
    @Path("{id}/{route: .+}")
    @Operation(
            summary = "Does something to a resource by a word of the provider's plugin",
            description =
                    "server/{ems_ref}/{action}: as resources/{id}/actions/{action}. The parameters stand in the body, or in"
                            + " its parameters.")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = Task.class)))
    public Response act(
            @Context SecurityContext security, @Context UriInfo uri, @Context HttpHeaders headers, JsonNode body) {
        Caller caller = caller(security);
        String id = uri.getPathParameters().getFirst("id");
        String route = uri.getPathParameters().getFirst("route");
        Target target = ProviderRoutes.of(core(), caller, id, route).target();
        ActionOrder order = ActionCall.order(target.action(), body, headers);
        return ActionCall.accepted(
                uri, core().actions().start(caller, target.resource().id().toString(), order));
    }

    @PUT
    @Path("{id}/{route: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same as POST")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = Task.class)))
    public Response put(
            @Context SecurityContext security, @Context UriInfo uri, @Context HttpHeaders headers, JsonNode body) {
        return act(security, uri, headers, body);
    }

    /** Shows the run that stands in the way, if it is one. */
    private Response conflict(Caller caller, ConflictException conflict) {
        Problem problem = Problem.of(409, conflict.getMessage());
        conflict.collectionRun()
                .map(run -> core().inventory().get(caller, Listings.COLLECTION_RUNS, run.toString()))
                .ifPresent(run -> problem.with("collection_run", run));
        return problem.answer().build();
    }

    /** The body of a collect call. */
    public record CollectRepresentation(
            Optional<String> collectionType,
            Optional<List<String>> targetResourceTypes,
            Optional<Boolean> confirmRemovals) {
        CollectRequest toRequest() {
            return new CollectRequest(
                    collectionType.orElse(CollectRequest.FULL.collectionType()),
                    targetResourceTypes.orElse(List.of()),
                    confirmRemovals.orElse(false));
        }
    }
}
