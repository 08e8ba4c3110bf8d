package provider.internal.rest;

import inventory.api.InvalidInputException;
import inventory.api.identity.Caller;
import inventory.api.query.Page;
import inventory.api.query.Parameters;
import inventory.api.store.SeenVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import provider.internal.Machines;
import provider.internal.machine.Change;
import provider.internal.machine.Machine;
import provider.internal.store.MachineStore.Slice;

/** Machines that people keep by hand, one by one. */
@Component(service = MachinesResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=inventory)")
@Path("internal/machines")
@Produces(MediaType.APPLICATION_JSON)
public final class MachinesResource {
    private static final String EXAMPLE = """
            {"provider": "01890a5d-ac96-774b-bcce-b302099a8057", "name": "db1", "type": "baremetal", "memory_mb": 65536,
             "private_ip": "10.1.2.3", "private_mac": "52:54:00:12:34:56", "datacenter": "berlin", "availability_zone": "2",
             "tags": {"ROLE": "database"}}""";

    private final Machines machines;

    @Activate
    public MachinesResource(@Reference Machines machines) {
        this.machines = machines;
    }

    @GET
    @Operation(
            summary = "Lists machines",
            description =
                    "In the order of their names. Every field is a parameter; tag is KEY or KEY=VALUE and may be there"
                            + " several times; search finds parts of names and addresses.")
    public Page<MachineRepresentation> list(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @QueryParam("provider") String provider,
            @QueryParam("tag") String tag,
            @QueryParam("search") String search,
            @QueryParam("type") String type,
            @QueryParam("page") @Schema(type = "integer") String page,
            @QueryParam("page_size") @Schema(type = "integer") String pageSize) {
        Parameters asked = new Parameters(uri.getQueryParameters()).only(MachineSelection.LISTING);
        Slice slice = machines.list(caller(security), MachineSelection.of(asked), asked.page(), asked.pageSize());
        return asked.page(
                slice.machines().stream().map(MachineRepresentation::of).toList(), slice.count());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a machine", description = "It is among the resources some seconds later.")
    @ApiResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = MachineRepresentation.class)))
    public Response create(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @Schema(
                            requiredProperties = {"provider", "type"},
                            example = EXAMPLE)
                    MachineDraftRepresentation draft) {
        UUID provider =
                draft.provider().orElseThrow(() -> InvalidInputException.of("provider", "This field is required."));
        return create(caller(security), uri, provider, draft);
    }

    Response create(Caller caller, UriInfo uri, UUID provider, MachineDraftRepresentation draft) {
        Machine machine = machines.create(caller, provider, draft.toChange());
        URI place = uri.getAbsolutePathBuilder().path(machine.id()).path("/").build();
        return answer(Response.created(place), machine);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Reads a machine", description = "The ETag is its version.")
    @ApiResponse(
            responseCode = "200",
            description = "The machine.",
            content = @Content(schema = @Schema(implementation = MachineRepresentation.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        return answer(Response.ok(), machines.get(caller(security), id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replaces what is known of a machine",
            description = "What is absent is taken away. With If-Match, only in the version of this ETag.")
    @ApiResponse(
            responseCode = "200",
            description = "The machine as it is now.",
            content = @Content(schema = @Schema(implementation = MachineRepresentation.class)))
    @ApiResponse(responseCode = "412", description = "It was changed meanwhile.")
    public Response replace(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("*") String ifMatch,
            @Schema(requiredProperties = "type", example = EXAMPLE) MachineDraftRepresentation draft) {
        return change(
                caller(security),
                id,
                ifMatch,
                new Wanted(draft.provider(), draft.toChange().replacing()));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes a machine",
            description =
                    "What is absent stays; an empty text, and a number 0, take away what was known; tags are replaced as a"
                            + " whole. With If-Match, only in the version of this ETag.")
    @ApiResponse(
            responseCode = "200",
            description = "The machine as it is now.",
            content = @Content(schema = @Schema(implementation = MachineRepresentation.class)))
    @ApiResponse(responseCode = "412", description = "It was changed meanwhile.")
    public Response change(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("*") String ifMatch,
            @Schema(example = "{\"memory_mb\": 131072}") MachineDraftRepresentation draft) {
        return change(caller(security), id, ifMatch, new Wanted(draft.provider(), draft.toChange()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes a machine", description = "With If-Match, only in the version of this ETag.")
    @ApiResponse(responseCode = "412", description = "It was changed meanwhile.")
    public void delete(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("*") String ifMatch) {
        machines.delete(caller(security), id, SeenVersion.ofIfMatch(ifMatch));
    }

    private record Wanted(Optional<UUID> provider, Change change) {}

    private Response change(Caller caller, String id, String ifMatch, Wanted wanted) {
        wanted.provider().ifPresent(provider -> requireSame(machines.get(caller, id), provider));
        return answer(Response.ok(), machines.change(caller, id, wanted.change(), SeenVersion.ofIfMatch(ifMatch)));
    }

    private static void requireSame(Machine machine, UUID provider) {
        if (!machine.provider().equals(provider)) {
            throw InvalidInputException.of(
                    "provider", "A machine stays with its provider. Add it anew to the other one.");
        }
    }

    private static Response answer(Response.ResponseBuilder answer, Machine machine) {
        return answer.type(MediaType.APPLICATION_JSON)
                .tag(new EntityTag(Long.toString(machine.version())))
                .entity(MachineRepresentation.of(machine))
                .build();
    }

    static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }
}
