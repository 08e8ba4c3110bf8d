package inventory.rest.describe;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

/** The paths of a resource class, as its annotations state them. */
final class ResourcePaths {
    private ResourcePaths() {}

    /** @return paths without parameters that can be read, relative to the application, without slashes at the ends */
    static Collection<String> readable(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> verb(method).filter(HttpMethod.GET::equals).isPresent())
                .map(method -> of(resource, method))
                .filter(path -> !path.isEmpty() && path.indexOf('{') < 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the path of a method, relative to the application, without slashes at the ends */
    static String of(Class<?> resource, Method method) {
        return Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(path -> path.value().replaceAll("^/+|/+$", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** @return the method's HTTP verb; empty if it answers no call */
    static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }
}
