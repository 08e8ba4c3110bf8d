package inventory.rest.resource;

import inventory.api.query.Listings;
import inventory.api.resource.Tag;
import inventory.rest.Core;
import inventory.rest.describe.Examples;
import inventory.rest.json.Ignoring;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** Tags that people put on resources. A tag is its own name, so it is made and deleted, never changed. */
@Path("tags")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TagsResource extends ListingResource<Tag> {
    public TagsResource(Supplier<Core> core) {
        super(core, Listings.TAGS);
    }

    @POST
    @Operation(summary = "Creates a tag")
    @ApiResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = Tag.class)))
    public Response create(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @Ignoring(Tag.class)
                    @Schema(
                            requiredProperties = {"organization", "key"},
                            example = Examples.TAG)
                    TagRepresentation body) {
        Tag made =
                core().tags().create(caller(security), body.organization(), body.namespace(), body.key(), body.value());
        return created(uri, made.id(), made);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a tag", description = "It is taken off all resources.")
    public void delete(@Context SecurityContext security, @PathParam("id") String id) {
        core().tags().delete(caller(security), id);
    }

    @POST
    @Path("{id}/assign")
    @Operation(summary = "Puts the tag on resources", description = "Those that carry it already stay as they are.")
    public void assign(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Schema(requiredProperties = "resources", example = Examples.RESOURCES) ResourcesRepresentation body) {
        core().tags().assign(caller(security), id, body.resources());
    }

    @POST
    @Path("{id}/unassign")
    @Operation(summary = "Takes the tag off resources")
    public void unassign(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Schema(requiredProperties = "resources", example = Examples.RESOURCES) ResourcesRepresentation body) {
        core().tags().unassign(caller(security), id, body.resources());
    }

    /** The body of a new tag. */
    public record TagRepresentation(
            Optional<Long> organization, Optional<String> namespace, Optional<String> key, Optional<String> value) {}

    /** Ids of resources. */
    public record ResourcesRepresentation(List<UUID> resources) {}
}
