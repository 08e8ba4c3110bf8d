package inventory.rest.measure;

import inventory.api.query.Measure;
import inventory.api.query.MeasureSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.Provider;

/** How long calls take, until their answer begins to be written. */
@Provider
@PreMatching
public final class CallTimer implements ContainerRequestFilter, ContainerResponseFilter, MeasureSource {
    private static final String BEGIN = "inventory.rest.begin";
    private static final String NAME = "http_server_requests_seconds";
    private static final String HELP = "Calls by the seconds they took until their answer began.";

    private final Map<Call, Histogram> histograms = new ConcurrentHashMap<>();

    private record Call(String method, String uri, int status) {}

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BEGIN, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(BEGIN) instanceof Long begin) {
            Call call = new Call(method(request), template(request.getUriInfo()), response.getStatus());
            histograms.computeIfAbsent(call, first -> new Histogram()).record(System.nanoTime() - begin);
        }
    }

    /** Few distinct values, whatever strangers send. */
    private static String method(ContainerRequestContext request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
            default -> "other";
        };
    }

    private static String template(UriInfo uri) {
        if (uri.getMatchedResources().isEmpty()) {
            return "other";
        }
        String path = "/" + uri.getPath().replaceAll("^/|/$", "") + "/";
        MultivaluedMap<String, String> parameters = uri.getPathParameters();
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            path = path.replace("/" + parameter.getValue().get(0) + "/", "/{" + parameter.getKey() + "}/");
        }
        return path;
    }

    @Override
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        histograms.forEach((call, histogram) -> {
            Map<String, String> labels =
                    Map.of("method", call.method(), "uri", call.uri(), "status", String.valueOf(call.status()));
            histogram.buckets().forEach((bound, count) -> {
                Map<String, String> bounded = new LinkedHashMap<>(labels);
                bounded.put("le", bound);
                measures.add(counter(NAME + "_bucket", bounded, count));
            });
            measures.add(counter(NAME + "_count", labels, histogram.count()));
            measures.add(counter(NAME + "_sum", labels, histogram.seconds()));
        });
        return measures;
    }

    private static Measure counter(String name, Map<String, String> labels, Number value) {
        return new Measure(name, HELP, Measure.Type.COUNTER, labels, value.doubleValue());
    }
}
