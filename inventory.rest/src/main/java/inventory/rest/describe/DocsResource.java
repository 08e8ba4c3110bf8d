package inventory.rest.describe;

import inventory.api.NotFoundException;
import inventory.rest.front.SecurityHeadersFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.ResourceBundle;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import javax.ws.rs.core.UriInfo;

/** A page to read the description with and to try calls. All of it is served from here, nothing from the internet. */
@Path("docs")
public final class DocsResource {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private final Map<String, Part> parts;

    private record Part(String resource, String type) {}

    public DocsResource() {
        String pages = ResourceBundle.getBundle("inventory.rest.describe.docs").getString("pages");
        parts = Map.of(
                "start.js", new Part("start.js", JAVASCRIPT),
                "swagger-ui-bundle.js", new Part(pages + "swagger-ui-bundle.js", JAVASCRIPT),
                "swagger-ui.css", new Part(pages + "swagger-ui.css", "text/css; charset=utf-8"));
    }

    @GET
    @Operation(summary = "Shows this API to people")
    @ApiResponse(responseCode = "200", description = "A page.")
    public Response page(@Context Request request, @Context UriInfo uri) throws IOException {
        String folder = uri.getAbsolutePath().getRawPath().replaceAll("/+$", "");
        String page = new String(read("docs.html"), StandardCharsets.UTF_8).replace("{docs}", folder);
        return answer(request, page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
    }

    @GET
    @Path("{file}")
    @Operation(summary = "Serves a part of the page")
    @ApiResponse(responseCode = "200", description = "The part.")
    public Response part(@Context Request request, @PathParam("file") String file) throws IOException {
        Part part = parts.get(file);
        if (part == null) {
            throw new NotFoundException("Not found.");
        }
        return answer(request, read(part.resource()), part.type());
    }

    private static Response answer(Request request, byte[] content, String type) {
        EntityTag tag = new EntityTag(Integer.toHexString(Arrays.hashCode(content)));
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        ResponseBuilder answer = unchanged == null ? Response.ok(content, type) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(SecurityHeadersFilter.CONTENT_SECURITY_POLICY, POLICY)
                .build();
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = DocsResource.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
