package inventory.rest.resource;

import inventory.api.ConflictException;
import inventory.api.InvalidInputException;
import inventory.api.identity.Caller;
import inventory.api.plugin.Installation;
import inventory.api.plugin.Plugin;
import inventory.api.plugin.Removal;
import inventory.api.plugin.TestResult;
import inventory.rest.Core;
import inventory.rest.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;

/** Provider plugins: which kinds of provider can be made here. */
@Path("provider-plugins")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginsResource {
    private final Supplier<Core> core;

    public PluginsResource(Supplier<Core> core) {
        this.core = core;
    }

    @GET
    @Operation(summary = "Lists all plugins", description = "A bare list, ordered by key, not paged.")
    public List<Plugin> list(@Context SecurityContext security) {
        return core.get().plugins().list(caller(security));
    }

    @GET
    @Path("{key}")
    @Operation(summary = "Reads one plugin", description = "The key is vendor:provider_type.")
    public Plugin get(@Context SecurityContext security, @PathParam("key") String key) {
        return core.get().plugins().get(caller(security), key);
    }

    @POST
    @Path("refresh")
    @Operation(summary = "Looks at all bundles and at the folders of plugins anew")
    public RefreshRepresentation refresh(@Context SecurityContext security) {
        List<Plugin> found = core.get().plugins().refresh(caller(security));
        return new RefreshRepresentation("Registry refreshed. " + found.size() + " provider(s) discovered.", found);
    }

    @POST
    @Path("{key}/test")
    @Operation(
            summary = "Tests connections",
            description = "Connects to every enabled provider of this plugin and tells how each fared.")
    public TestRepresentation test(@Context SecurityContext security, @PathParam("key") String key) {
        List<TestResult> results = core.get().plugins().test(caller(security), key);
        Optional<String> detail = results.isEmpty()
                ? Optional.of("No enabled provider uses the plugin '" + key + "'.")
                : Optional.empty();
        return new TestRepresentation(detail, results);
    }

    @POST
    @Path("upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Installs a plugin",
            description =
                    "A bundle jar, or a tar.gz, tgz or zip with manifest.yml and bundle jars. The version that was there serves"
                            + " until the new one does. Only superusers.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schemaProperties =
                                                    @SchemaProperty(
                                                            name = UploadedPlugin.FIELD,
                                                            schema = @Schema(type = "string", format = "binary")))))
    @ApiResponse(
            responseCode = "201",
            description = "Installed, and usable at once.",
            content = @Content(schema = @Schema(implementation = InstallationRepresentation.class)))
    @ApiResponse(responseCode = "409", description = "The key is taken, by existing_plugin; force=true replaces it.")
    @ApiResponse(responseCode = "413", description = "The file, or what it unpacks to, is too large.")
    @ApiResponse(
            responseCode = "422",
            description = "The plugin does not run here; problems lists why. Nothing has changed.")
    public Response upload(
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @QueryParam("force") @Schema(type = "boolean") String force,
            InputStream body)
            throws IOException {
        Caller caller = caller(security);
        boolean replace = flag("force", force);
        try {
            Installation done = UploadedPlugin.read(
                    headers, body, file -> core.get().plugins().install(caller, file, replace));
            return Response.status(Response.Status.CREATED)
                    .entity(InstallationRepresentation.of(done))
                    .build();
        } catch (ConflictException conflict) {
            Problem problem = Problem.of(409, conflict.getMessage());
            conflict.plugin()
                    .ifPresent(key ->
                            problem.with("existing_plugin", core.get().plugins().get(caller, key)));
            return problem.answer().build();
        }
    }

    @DELETE
    @Path("{key}")
    @Operation(
            summary = "Removes a plugin",
            description =
                    "Its providers and what they collected stay. One that belongs to the product is back after a refresh. Only"
                            + " superusers.")
    @ApiResponse(
            responseCode = "409",
            description = "active_instances providers use it; force=true removes it all the same.")
    public RemovalRepresentation delete(
            @Context SecurityContext security,
            @PathParam("key") String key,
            @QueryParam("force") @Schema(type = "boolean") String force) {
        Removal done = core.get().plugins().remove(caller(security), key, flag("force", force));
        return new RemovalRepresentation(
                "Plugin '" + key + "' removed.", true, done.removedFiles(), done.orphanedInstances());
    }

    private static boolean flag(String name, String value) {
        String text = value == null ? "false" : value.toLowerCase(Locale.ROOT);
        if (!List.of("true", "false").contains(text)) {
            throw InvalidInputException.of(name, "Must be true or false.");
        }
        return text.equals("true");
    }

    private static Caller caller(SecurityContext security) {
        return ListingResource.caller(security);
    }

    /** What a refresh found. */
    public record RefreshRepresentation(String detail, List<Plugin> providers) {}

    /** How the connections fared. */
    public record TestRepresentation(Optional<String> detail, List<TestResult> results) {}

    /** What was installed. */
    public record InstallationRepresentation(
            String detail,
            Plugin plugin,
            Optional<String> replacedVersion,
            Map<String, String> dependencies,
            List<String> warnings) {
        static InstallationRepresentation of(Installation done) {
            return new InstallationRepresentation(
                    "Plugin '" + done.plugin().key() + "' v" + done.plugin().version() + " installed successfully.",
                    done.plugin(),
                    done.replacedVersion(),
                    done.dependencies(),
                    done.warnings());
        }
    }

    /** What was removed. */
    public record RemovalRepresentation(
            String detail, boolean removedFromRegistry, boolean removedFiles, long orphanedInstances) {}
}
