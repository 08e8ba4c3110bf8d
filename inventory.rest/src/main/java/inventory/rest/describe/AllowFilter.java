package inventory.rest.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.ext.Provider;

/** Says which methods a path has. The engine would list those of all paths together. */
@Provider
public final class AllowFilter implements ContainerResponseFilter {
    private static final int METHOD_NOT_ALLOWED = 405;
    private final Supplier<List<Class<?>>> resources;

    /** @param resources classes of all resources that are served now */
    public AllowFilter(Supplier<List<Class<?>>> resources) {
        this.resources = resources;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == METHOD_NOT_ALLOWED || HttpMethod.OPTIONS.equals(request.getMethod())) {
            String allowed = String.join(", ", allowed(request.getUriInfo().getPath()));
            response.getHeaders().put(HttpHeaders.ALLOW, new ArrayList<>(List.of(allowed)));
        }
    }

    private Set<String> allowed(String path) {
        List<ResourcePaths.Call> matching = resources.get().stream()
                .flatMap(resource -> ResourcePaths.calls(resource).stream())
                .filter(call -> call.path().matches(path))
                .toList();
        long best = matching.stream()
                .mapToLong(call -> call.path().fixedWords())
                .max()
                .orElse(0);
        Set<String> verbs = new TreeSet<>(Set.of(HttpMethod.OPTIONS));
        matching.stream()
                .filter(call -> call.path().fixedWords() == best)
                .map(ResourcePaths.Call::verb)
                .forEach(verbs::add);
        if (verbs.contains(HttpMethod.GET)) {
            verbs.add(HttpMethod.HEAD);
        }
        return verbs;
    }
}
