package inventory.rest.front;

import inventory.rest.InventoryApplication;
import inventory.rest.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Sees every request of the server first: gives all answers their security headers, leads the public names of the API to the one
 * application, refuses what can be no good request, and sees to it that no error page of the server shows.
 */
@Component(service = Preprocessor.class)
public final class FrontDoor implements Preprocessor {
    private static final Reassembly REASSEMBLY = new Reassembly(Duration.ofSeconds(5));
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern UNCLEAR = Pattern.compile(";|/(\\.|%2[eE]){1,2}(/|$)");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    private static void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.put(response::setHeader);
        JsonErrors answer = new JsonErrors(response);
        try {
            String query = Optional.ofNullable(request.getQueryString()).orElse("");
            Optional<String> wrong = problem(request.getRequestURI()).or(() -> RawQuery.problem(query));
            if (wrong.isPresent()) {
                answer.write(Problem.of(400, wrong.get()));
            } else {
                lead(request, answer, query, chain);
            }
        } catch (ServletException | RuntimeException defect) {
            if (response.isCommitted()) {
                throw defect;
            }
            answer.write(Problem.defect(500, defect));
        }
    }

    private static void lead(HttpServletRequest request, JsonErrors answer, String query, FilterChain chain)
            throws IOException, ServletException {
        PublicPath path = PublicPath.of(decodedPath(request));
        boolean spelledOut = request.getRequestURI().startsWith(path.prefix());
        switch (spelledOut ? path.kind() : PublicPath.Kind.REFUSED) {
            case API -> REASSEMBLY.pass(new ApiRequest(request, path, query), answer, chain);
            case ROOT_INDEX -> index(request, answer, rootIndex(origin(request) + path.prefix()));
            case API_INDEX -> index(request, answer, apiIndex(origin(request) + path.prefix()));
            case REFUSED -> answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            case CONSOLE -> chain.doFilter(request, answer.getResponse());
            case OTHER -> chain.doFilter(request, answer);
        }
    }

    /** What is no segment of its own would let one path be taken for another. */
    private static Optional<String> problem(String rawPath) {
        return UNCLEAR.matcher(rawPath).find()
                ? Optional.of("The path has dot segments or path parameters.")
                : Optional.empty();
    }

    private static String decodedPath(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static Map<String, String> rootIndex(String origin) {
        return new TreeMap<>(Map.of(
                "api", origin + "/api/",
                "docs", origin + InventoryApplication.BASE + "/docs/",
                "health", origin + "/health/",
                "ping", origin + "/ping/"));
    }

    private static Map<String, String> apiIndex(String origin) {
        return Map.of("v1", origin + InventoryApplication.BASE + "/");
    }

    private static void index(HttpServletRequest request, JsonErrors answer, Map<String, String> index)
            throws IOException {
        if (READING.contains(request.getMethod())) {
            answer.write(200, "application/json", index);
        } else {
            answer.setHeader("Allow", "GET, HEAD");
            answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private static String origin(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
