package provider.internal.rest;

import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
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
import provider.internal.machine.Machine;
import provider.internal.store.Selection;

/** The machines of one provider under the words that scripts know from the API before this one. */
@Component(service = ProviderMachinesResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=inventory)")
@Path("providers/{provider}/internal")
@Produces(MediaType.APPLICATION_JSON)
public final class ProviderMachinesResource {
    private static final String ANY_VERSION = "*";

    private final Machines machines;
    private final MachinesResource one;

    @Activate
    public ProviderMachinesResource(@Reference Machines machines) {
        this.machines = machines;
        one = new MachinesResource(machines);
    }

    @GET
    @Path("resource")
    @Operation(summary = "Lists all machines of a provider")
    public List<MachineRepresentation> list(@Context SecurityContext security, @PathParam("provider") String provider) {
        return machines.all(MachinesResource.caller(security), MachineSelection.provider(provider)).stream()
                .map(MachineRepresentation::of)
                .toList();
    }

    @POST
    @Path("resource")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a machine to a provider")
    @ApiResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = MachineRepresentation.class)))
    public Response create(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @PathParam("provider") String provider,
            @Schema(requiredProperties = "type", example = "{\"type\": \"vm\"}") MachineDraftRepresentation draft) {
        return one.create(MachinesResource.caller(security), uri, MachineSelection.provider(provider), draft);
    }

    @GET
    @Path("resource/{id}")
    @Operation(summary = "Reads a machine of a provider")
    @ApiResponse(
            responseCode = "200",
            description = "The machine.",
            content = @Content(schema = @Schema(implementation = MachineRepresentation.class)))
    public Response get(
            @Context SecurityContext security, @PathParam("provider") String provider, @PathParam("id") String id) {
        requireOf(MachinesResource.caller(security), provider, id);
        return one.get(security, id);
    }

    @PUT
    @Path("resource/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces what is known of a machine of a provider")
    @ApiResponse(
            responseCode = "200",
            description = "The machine as it is now.",
            content = @Content(schema = @Schema(implementation = MachineRepresentation.class)))
    public Response replace(
            @Context SecurityContext security,
            @PathParam("provider") String provider,
            @PathParam("id") String id,
            @Schema(requiredProperties = "type", example = "{\"type\": \"vm\"}") MachineDraftRepresentation draft) {
        requireOf(MachinesResource.caller(security), provider, id);
        return one.replace(security, id, ANY_VERSION, draft);
    }

    @DELETE
    @Path("resource/{id}")
    @Operation(summary = "Removes a machine of a provider")
    public void delete(
            @Context SecurityContext security, @PathParam("provider") String provider, @PathParam("id") String id) {
        requireOf(MachinesResource.caller(security), provider, id);
        one.delete(security, id, ANY_VERSION);
    }

    @POST
    @Path("search/resource")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Finds machines of a provider by a tag", description = "At most a thousand.")
    public List<MachineRepresentation> search(
            @Context SecurityContext security,
            @PathParam("provider") String provider,
            @Schema(requiredProperties = "tag", example = "{\"tag\": \"ROLE=database\"}") SearchRepresentation wanted) {
        Selection selection =
                new Selection(Set.of(MachineSelection.provider(provider)), Map.of(), List.of(wanted.tag()), "");
        return machines.list(MachinesResource.caller(security), selection, 1, 1000).machines().stream()
                .map(MachineRepresentation::of)
                .toList();
    }

    private void requireOf(Caller caller, String provider, String id) {
        Machine machine = machines.get(caller, id);
        if (!machine.provider().equals(MachineSelection.provider(provider))) {
            throw new NotFoundException("There is no machine " + id + " of this provider.");
        }
    }
}
