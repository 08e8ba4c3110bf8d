package provider.leaseweb.rest;

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
import java.util.List;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import provider.leaseweb.PartitionSchemas;
import provider.leaseweb.schema.NamedSchema;
import provider.leaseweb.schema.SchemaKey;
import provider.leaseweb.store.SchemaStore.Slice;

/** The named partition schemas of one provider, under the word that scripts know from the API before this one. */
@Component(service = PartitionSchemasResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=inventory)")
@Path("providers/{provider}/pschema")
@Produces(MediaType.APPLICATION_JSON)
public final class PartitionSchemasResource {
    private static final String PARTITIONS = """
            "partitions": [{"filesystem": "swap", "size": "4096"}, {"filesystem": "ext4", "mountpoint": "/", "size": "*"}]}""";

    private final PartitionSchemas schemas;

    @Activate
    public PartitionSchemasResource(@Reference PartitionSchemas schemas) {
        this.schemas = schemas;
    }

    @GET
    @Operation(
            summary = "Lists partition schemas",
            description = "In the order of their names. Providers of LeaseWeb have them.")
    public Page<PartitionSchemaRepresentation> list(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @QueryParam("page") @Schema(type = "integer") String page,
            @QueryParam("page_size") @Schema(type = "integer") String pageSize) {
        Parameters asked = new Parameters(uri.getQueryParameters()).only(List.of("page", "page_size"));
        Slice slice = schemas.list(caller(security), provider(uri), asked.page(), asked.pageSize());
        return asked.page(
                slice.schemas().stream().map(PartitionSchemaRepresentation::of).toList(), slice.count());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a partition schema", description = "At most 200 for each provider.")
    @ApiResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = PartitionSchemaRepresentation.class)))
    @ApiResponse(responseCode = "409", description = "There is one of this name, or there are as many as there may be.")
    public Response create(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @Schema(
                            requiredProperties = {"name", "partitions"},
                            example = "{\"name\": \"web\", " + PARTITIONS)
                    PartitionSchemaDraftRepresentation draft) {
        String name = draft.name().orElseThrow(() -> InvalidInputException.of("name", "This field is required."));
        NamedSchema made = schemas.create(caller(security), new SchemaKey(provider(uri), name), draft.schema());
        URI place = uri.getAbsolutePathBuilder().path(made.name()).path("/").build();
        return answer(Response.created(place), made);
    }

    @GET
    @Path("{name}")
    @Operation(summary = "Reads a partition schema", description = "The ETag is its version.")
    @ApiResponse(
            responseCode = "200",
            description = "The partition schema.",
            content = @Content(schema = @Schema(implementation = PartitionSchemaRepresentation.class)))
    public Response get(@Context SecurityContext security, @Context UriInfo uri, @PathParam("name") String name) {
        return answer(Response.ok(), schemas.get(caller(security), new SchemaKey(provider(uri), name)));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replaces the partitions of a schema",
            description = "What is installed already stays as it is. With If-Match, only in the version of this ETag.")
    @ApiResponse(
            responseCode = "200",
            description = "The partition schema as it is now.",
            content = @Content(schema = @Schema(implementation = PartitionSchemaRepresentation.class)))
    @ApiResponse(responseCode = "412", description = "It was changed meanwhile.")
    public Response replace(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("*") String ifMatch,
            @Schema(requiredProperties = "partitions", example = "{" + PARTITIONS)
                    PartitionSchemaDraftRepresentation draft) {
        SchemaKey key = new SchemaKey(provider(uri), uri.getPathParameters().getFirst("name"));
        draft.requireName(key.name());
        return answer(
                Response.ok(), schemas.replace(caller(security), key, draft.schema(), SeenVersion.ofIfMatch(ifMatch)));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Removes a partition schema", description = "With If-Match, only in the version of this ETag.")
    @ApiResponse(responseCode = "412", description = "It was changed meanwhile.")
    public void delete(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("*") String ifMatch) {
        schemas.delete(caller(security), new SchemaKey(provider(uri), name), SeenVersion.ofIfMatch(ifMatch));
    }

    private static Response answer(Response.ResponseBuilder answer, NamedSchema schema) {
        return answer.type(MediaType.APPLICATION_JSON)
                .tag(new EntityTag(Long.toString(schema.version())))
                .entity(PartitionSchemaRepresentation.of(schema))
                .build();
    }

    private static UUID provider(UriInfo uri) {
        return Parameters.uuid("provider", uri.getPathParameters().getFirst("provider"));
    }

    private static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }
}
