package inventory.rest.front;

import java.util.List;
import java.util.Set;

/**
 * Where a path leads. The API is one application under several names, as clients know it: with and without the name of the
 * service, and ping and health at the root besides. Only whole segments count.
 *
 * @param prefix the part of the path that stands for the application; links are made with it
 * @param path the rest, for the application
 */
record PublicPath(Kind kind, String prefix, String path) {
    /** Where it leads. */
    enum Kind {
        /** To the application. */
        API,
        /** To the list of what the server has. */
        ROOT_INDEX,
        /** To the list of the API's versions. */
        API_INDEX,
        /** Nowhere, whoever else may want it. */
        REFUSED,
        /** To the Felix web console, which has pages and an authentication of its own. */
        CONSOLE,
        /** Not our business. */
        OTHER
    }

    private static final List<String> SERVICES = List.of("/inventory", "/inventory-service");
    private static final List<String> MOUNTS = List.of("/api/inventory/v1", "/api/inventory-service/v1", "/api/v1");
    private static final Set<String> ROOT_CALLS = Set.of("/ping", "/health", "/metrics");
    private static final Set<String> API_INDEXES = Set.of("/api", "/api/inventory", "/api/inventory-service");

    /** @param decoded the whole path, decoded, without dot segments and path parameters */
    static PublicPath of(String decoded) {
        if (isWithin(decoded, "/system/console")) {
            return new PublicPath(Kind.CONSOLE, "", decoded);
        }
        for (String service : SERVICES) {
            if (isWithin(decoded, service)) {
                PublicPath inner = plain(decoded.substring(service.length()));
                return new PublicPath(inner.kind, service + inner.prefix, inner.path);
            }
        }
        return plain(decoded);
    }

    private static PublicPath plain(String decoded) {
        String name = decoded.endsWith("/") ? decoded.substring(0, decoded.length() - 1) : decoded;
        for (String mount : MOUNTS) {
            if (isWithin(decoded, mount)) {
                return new PublicPath(Kind.API, mount, decoded.substring(mount.length()));
            }
        }
        if (ROOT_CALLS.contains(name)) {
            return new PublicPath(Kind.API, "", decoded);
        }
        return new PublicPath(kind(name), "", decoded);
    }

    /** CXF puts a servlet of its own at /cxf, which knows nothing of authentication. */
    private static Kind kind(String name) {
        if (name.isEmpty()) {
            return Kind.ROOT_INDEX;
        } else if (API_INDEXES.contains(name)) {
            return Kind.API_INDEX;
        }
        return isWithin(name, "/api") || isWithin(name, "/cxf") ? Kind.REFUSED : Kind.OTHER;
    }

    private static boolean isWithin(String path, String folder) {
        return path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }
}
