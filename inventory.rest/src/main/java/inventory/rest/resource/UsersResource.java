package inventory.rest.resource;

import inventory.api.InvalidInputException;
import inventory.api.admin.UserDraft;
import inventory.api.identity.Caller;
import inventory.api.identity.User;
import inventory.api.query.Listings;
import inventory.rest.Core;
import inventory.rest.describe.Examples;
import inventory.rest.json.Ignoring;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

/** Users. Passwords go in and never come out. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UsersResource extends ListingResource<User> {
    public UsersResource(Supplier<Core> core) {
        super(core, Listings.USERS);
    }

    @GET
    @Path("me")
    @Operation(summary = "Reads the user who asks")
    public User me(@Context SecurityContext security) {
        Caller caller = caller(security);
        return core().inventory().get(caller, Listings.USERS, String.valueOf(caller.userId()));
    }

    @POST
    @Operation(summary = "Creates a user")
    @ApiResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = User.class)))
    public Response create(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @Ignoring(User.class)
                    @Schema(
                            requiredProperties = {"username", "password"},
                            example = Examples.USER)
                    UserDraft draft) {
        User made = core().people().createUser(caller(security), draft);
        return created(uri, made.id(), made);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Changes a user", description = "As PATCH, but the user name must be there.")
    public User replace(
            @Context SecurityContext security, @PathParam("id") String id, @Ignoring(User.class) UserDraft draft) {
        if (draft.username().isEmpty()) {
            throw InvalidInputException.of("username", "This field is required.");
        }
        return core().people().updateUser(caller(security), id, draft);
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Changes a user", description = "Absent fields stay.")
    public User change(
            @Context SecurityContext security, @PathParam("id") String id, @Ignoring(User.class) UserDraft draft) {
        return core().people().updateUser(caller(security), id, draft);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a user")
    public void delete(@Context SecurityContext security, @PathParam("id") String id) {
        core().people().deleteUser(caller(security), id);
    }
}
