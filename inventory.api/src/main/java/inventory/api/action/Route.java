package inventory.api.action;

import java.util.Objects;
import java.util.Set;

/**
 * A word under which a plugin's resources and their actions can be reached below their provider, as its manifest declares it: {@code
 * server} for {@code /providers/{id}/server/{ems_ref}/{action}/}.
 *
 * @param path one or more lower-case words with slashes between them, such as {@code cloud/instance}
 * @param resourceTypes slugs of the types that are listed there; at least one
 */
public record Route(String path, Set<String> resourceTypes) {
    public Route {
        Objects.requireNonNull(path);
        resourceTypes = Set.copyOf(resourceTypes);
    }
}
