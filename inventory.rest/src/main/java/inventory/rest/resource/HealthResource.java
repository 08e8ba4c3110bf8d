package inventory.rest.resource;

import inventory.api.query.Health;
import inventory.rest.Core;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.CacheControl;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Whether the product runs, and whether it can work. Open to everybody; answers before the core is there. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private static final Health STARTING =
            new Health(false, Map.of("database", "error: the inventory is starting and has not reached it yet"));
    private final Supplier<Optional<Core>> core;
    private final Duration limit;

    /** @param limit how long the database may take */
    public HealthResource(Supplier<Optional<Core>> core, Duration limit) {
        this.core = core;
        this.limit = limit;
    }

    @GET
    @Path("ping")
    @Operation(summary = "Tells that the product runs", description = "Open to everybody.")
    public Map<String, String> ping() {
        return Map.of("ping", "pong");
    }

    @GET
    @Path("health")
    @Operation(summary = "Tells whether the product can work", description = "Open to everybody. 503 if it cannot.")
    @ApiResponse(
            responseCode = "200",
            description = "It can.",
            content = @Content(schema = @Schema(implementation = HealthRepresentation.class)))
    @ApiResponse(
            responseCode = "503",
            description = "It cannot; checks says why.",
            content = @Content(schema = @Schema(implementation = HealthRepresentation.class)))
    public Response health() {
        Health health =
                core.get().map(present -> present.inventory().health(limit)).orElse(STARTING);
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(health.healthy() ? 200 : 503)
                .cacheControl(never)
                .entity(new HealthRepresentation(health.healthy() ? "healthy" : "unhealthy", health.checks()))
                .build();
    }

    /** What /health/ answers. */
    public record HealthRepresentation(String status, Map<String, String> checks) {}
}
