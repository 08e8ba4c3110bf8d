package inventory.rest.front;

import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.Provider;

/** Data is for the one who asked, now: no cache keeps it and no browser runs it, unless a resource has said otherwise. */
@Provider
public final class SecurityHeadersFilter implements ContainerResponseFilter {
    /** Name of the header that tells browsers what a page may do. */
    public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.computeIfAbsent(CONTENT_SECURITY_POLICY, name -> single("default-src 'none'; frame-ancestors 'none'"));
        headers.computeIfAbsent(HttpHeaders.CACHE_CONTROL, name -> single("no-store"));
    }

    private static List<Object> single(String value) {
        return new ArrayList<>(List.of(value));
    }
}
