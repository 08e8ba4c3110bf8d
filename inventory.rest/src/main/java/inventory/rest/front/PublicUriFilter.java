package inventory.rest.front;

import java.net.URI;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.ext.Provider;

/** Gives the request the name back that it came in under, so that links are made with it. */
@Provider
@PreMatching
public final class PublicUriFilter implements ContainerRequestFilter {
    /** Request attribute: the part of the path that stands for the application. */
    static final String PREFIX = "inventory.rest.prefix";

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(PREFIX) instanceof String prefix) {
            String path = request.getUriInfo().getPath(false);
            String relative = path.startsWith("/") ? path.substring(1) : path;
            URI base = request.getUriInfo().getRequestUri().resolve(prefix + "/");
            request.setRequestUri(base, URI.create(base.getRawPath() + relative));
        }
    }
}
