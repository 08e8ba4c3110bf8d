package inventory.rest.resource;

import inventory.api.identity.Caller;
import inventory.api.identity.Organization;
import inventory.api.query.Listings;
import inventory.rest.Core;
import inventory.rest.describe.Examples;
import inventory.rest.describe.Lists;
import inventory.rest.json.Ignoring;
import inventory.rest.listing.ListingReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

/** Organizations, the owners of everything. */
@Path("organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OrganizationsResource extends ListingResource<Organization> {
    public OrganizationsResource(Supplier<Core> core) {
        super(core, Listings.ORGANIZATIONS);
    }

    @POST
    @Operation(summary = "Creates an organization")
    @ApiResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = Organization.class)))
    public Response create(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @Ignoring(Organization.class) @Schema(requiredProperties = "name", example = Examples.ORGANIZATION)
                    NamedRepresentation body) {
        Organization made = core().people().createOrganization(caller(security), body.name(), body.description());
        return created(uri, made.id(), made);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces an organization")
    public Organization replace(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Ignoring(Organization.class) @Schema(requiredProperties = "name", example = Examples.ORGANIZATION)
                    NamedRepresentation body) {
        return update(security, id, body.complete());
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Changes an organization", description = "Absent fields stay.")
    public Organization change(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Ignoring(Organization.class) @Schema(example = Examples.ORGANIZATION) NamedRepresentation body) {
        return update(security, id, body);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes an organization", description = "Refused while it owns providers.")
    public void delete(@Context SecurityContext security, @PathParam("id") String id) {
        core().people().deleteOrganization(caller(security), id);
    }

    @GET
    @Path("{id}/teams")
    @Produces({MediaType.APPLICATION_JSON, ListingReader.CSV})
    @Lists("teams")
    @Operation(summary = "Lists the teams of the organization")
    public Response teams(@Context SecurityContext security, @Context UriInfo uri, @PathParam("id") String id) {
        Caller caller = caller(security);
        Organization organization = core().inventory().get(caller, Listings.ORGANIZATIONS, id);
        return reader(Listings.TEAMS).list(caller, uri, Map.of("organization", String.valueOf(organization.id())));
    }

    private Organization update(SecurityContext security, String id, NamedRepresentation body) {
        return core().people().updateOrganization(caller(security), id, body.name(), body.description());
    }
}
