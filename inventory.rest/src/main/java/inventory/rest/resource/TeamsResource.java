package inventory.rest.resource;

import inventory.api.identity.Team;
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

/** Teams within organizations. */
@Path("teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TeamsResource extends ListingResource<Team> {
    public TeamsResource(Supplier<Core> core) {
        super(core, Listings.TEAMS);
    }

    @POST
    @Operation(summary = "Creates a team")
    @ApiResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = Team.class)))
    public Response create(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @Ignoring(Team.class)
                    @Schema(
                            requiredProperties = {"name", "organization"},
                            example = Examples.TEAM)
                    TeamRepresentation body) {
        Team made = core().people().createTeam(caller(security), body.name(), body.description(), body.organization());
        return created(uri, made.id(), made);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces a team", description = "Its organization never changes.")
    public Team replace(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Ignoring(Team.class) @Schema(requiredProperties = "name", example = Examples.ORGANIZATION)
                    NamedRepresentation body) {
        return update(security, id, body.complete());
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Changes a team", description = "Absent fields stay; its organization never changes.")
    public Team change(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Ignoring(Team.class) NamedRepresentation body) {
        return update(security, id, body);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a team")
    public void delete(@Context SecurityContext security, @PathParam("id") String id) {
        core().people().deleteTeam(caller(security), id);
    }

    private Team update(SecurityContext security, String id, NamedRepresentation body) {
        return core().people().updateTeam(caller(security), id, body.name(), body.description());
    }

    /** The body of a new team. */
    public record TeamRepresentation(
            Optional<String> name, Optional<String> description, Optional<Long> organization) {}
}
