package inventory.rest.describe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.rest.json.Json;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;

/** The description of everything that is served now. Made anew only when resources have come or gone. */
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
    private final Supplier<List<Class<?>>> resources;
    private final ObjectMapper mapper = Json.mapper();
    private final AtomicReference<Description> latest = new AtomicReference<>(new Description(Set.of(), "{}"));

    /** @param resources classes of all resources that are served now */
    public OpenApiResource(Supplier<List<Class<?>>> resources) {
        this.resources = resources;
    }

    @GET
    @Operation(summary = "Describes this API", description = "OpenAPI 3.0, with what is served at the moment.")
    @ApiResponse(responseCode = "200", description = "The description.")
    @ApiResponse(responseCode = "304", description = "It is still the one with the ETag sent.")
    public Response describe(@Context Request request) throws JsonProcessingException {
        Set<Class<?>> served = Set.copyOf(resources.get());
        Description description = latest.get();
        if (!description.resources().equals(served)) {
            description = new Description(served, mapper.writeValueAsString(new OpenApiDocument().describe(served)));
            latest.set(description);
        }
        EntityTag tag = new EntityTag(Integer.toHexString(Objects.hash(description.json())));
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        ResponseBuilder answer = unchanged == null ? Response.ok(description.json()) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private record Description(Set<Class<?>> resources, String json) {}
}
