package inventory.rest.describe;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
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
    private final Supplier<Iterable<Class<?>>> resources;

    /** @param resources classes of all resources that are served now, whichever bundle they are from */
    public IndexResource(Supplier<Iterable<Class<?>>> resources) {
        this.resources = resources;
    }

    @GET
    @Operation(summary = "Lists what can be called", description = "Open to everybody.")
    public Map<String, URI> index(@Context UriInfo uri) {
        Map<String, URI> index = new TreeMap<>();
        for (Class<?> resource : resources.get()) {
            for (String path : ResourcePaths.readable(resource)) {
                index.put(path, uri.getBaseUriBuilder().path(path).path("/").build());
            }
        }
        return index;
    }
}
