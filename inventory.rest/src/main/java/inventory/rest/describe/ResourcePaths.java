package inventory.rest.describe;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

/** What a resource class answers, as its annotations state it. */
final class ResourcePaths {
    private ResourcePaths() {}

    /**
     * One thing that can be called.
     *
     * @param verb such as {@code GET}
     */
    record Call(Class<?> resource, Method method, String verb, PathTemplate path) {}

    static List<Call> calls(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge())
                .flatMap(method ->
                        verb(method)
                                .map(verb -> new Call(resource, method, verb, new PathTemplate(of(resource, method))))
                                .stream())
                .toList();
    }

    /** @return paths without parameters that can be read */
    static Collection<String> readable(Class<?> resource) {
        return calls(resource).stream()
                .filter(call -> call.verb().equals(HttpMethod.GET))
                .map(call -> call.path().text())
                .filter(path -> !path.isEmpty() && path.indexOf('{') < 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String of(Class<?> resource, Method method) {
        return Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(path -> path.value().replaceAll("^/+|/+$", "").replaceAll("\\{(\\w+):[^}]*}", "{$1+}"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }
}
