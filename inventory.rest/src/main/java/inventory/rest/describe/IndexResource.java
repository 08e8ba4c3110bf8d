package inventory.rest.describe;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;

/** What can be called here, by name. Open to everybody. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class IndexResource {
    private final Supplier<List<Class<?>>> resources;

    /** @param resources classes of all resources that are served now, whichever bundle they are from */
    public IndexResource(Supplier<List<Class<?>>> resources) {
        this.resources = resources;
    }

    /** Its own address is the base of all others; the base as the engine tells it has localhost for the loopback address. */
    @GET
    @Operation(summary = "Lists what can be called", description = "Open to everybody.")
    public Map<String, URI> index(@Context UriInfo uri) {
        Map<String, URI> index = new TreeMap<>();
        for (Class<?> resource : resources.get()) {
            for (String path : ResourcePaths.readable(resource)) {
                index.put(
                        path,
                        uri.getAbsolutePathBuilder()
                                .path(new PathTemplate(path).written())
                                .build());
            }
        }
        return index;
    }
}
