package inventory.rest.resource;

import inventory.api.identity.RoleAssignment;
import inventory.api.query.Listings;
import inventory.rest.Core;
import inventory.rest.describe.Examples;
import inventory.rest.json.Ignoring;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

/** Who is what where. */
@Path("role-assignments")
@Produces(MediaType.APPLICATION_JSON)
public final class RoleAssignmentsResource extends ListingResource<RoleAssignment> {
    public RoleAssignmentsResource(Supplier<Core> core) {
        super(core, Listings.ROLE_ASSIGNMENTS);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Gives a user a role",
            description = "In an organization or in a team. Giving it again changes nothing.")
    @ApiResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = RoleAssignment.class)))
    public Response grant(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @Ignoring(RoleAssignment.class)
                    @Schema(
                            requiredProperties = {"user", "role"},
                            example = Examples.GRANT)
                    GrantRepresentation body) {
        RoleAssignment made =
                core().people().grant(caller(security), body.user(), body.role(), body.organization(), body.team());
        return created(uri, made.id(), made);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Takes the role away")
    public void revoke(@Context SecurityContext security, @PathParam("id") String id) {
        core().people().revoke(caller(security), id);
    }

    /** The body of a grant. */
    public record GrantRepresentation(
            Optional<Long> user, Optional<String> role, Optional<Long> organization, Optional<Long> team) {}
}
