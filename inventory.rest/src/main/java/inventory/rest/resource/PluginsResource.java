package inventory.rest.resource;

import inventory.api.identity.Caller;
import inventory.api.plugin.Plugin;
import inventory.api.plugin.TestResult;
import inventory.rest.Core;
import inventory.rest.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
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
    @Operation(summary = "Looks at all bundles anew")
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
    @Operation(
            summary = "Not implemented",
            description = "Plugins are installed with the product; this call is answered with 501.")
    @ApiResponse(responseCode = "501", description = "Not implemented.")
    public Response upload() {
        return Problem.of(501, "This release installs no plugins over REST.")
                .answer()
                .build();
    }

    private static Caller caller(SecurityContext security) {
        return ListingResource.caller(security);
    }

    /** What a refresh found. */
    public record RefreshRepresentation(String detail, List<Plugin> providers) {}

    /** How the connections fared. */
    public record TestRepresentation(Optional<String> detail, List<TestResult> results) {}
}
