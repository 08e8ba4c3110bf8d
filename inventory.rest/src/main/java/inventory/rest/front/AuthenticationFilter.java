package inventory.rest.front;

import inventory.api.identity.Authentication;
import inventory.api.identity.Caller;
import inventory.rest.problem.Problem;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.ext.Provider;

/**
 * Lets nobody in without a user name and a password, but to ping, health and index. Runs before a resource is looked for, so that
 * a stranger does not learn which paths exist. The {@link Caller} becomes the principal of the request.
 */
@Provider
@PreMatching
public final class AuthenticationFilter implements ContainerRequestFilter {
    private static final Set<String> OPEN = Set.of("", "ping", "health");
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private final Supplier<Authentication> authentication;

    public AuthenticationFilter(Supplier<Authentication> authentication) {
        this.authentication = authentication;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (isOpen(request.getMethod(), request.getUriInfo().getPath())) {
            return;
        }
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            refuse(request, "Authentication credentials were not provided.");
            return;
        }
        Optional<Caller> caller = BasicCredentials.authenticate(header, authentication.get());
        if (caller.isEmpty()) {
            refuse(request, "Invalid username or password.");
            return;
        }
        request.setSecurityContext(
                new Identity(caller.get(), request.getSecurityContext().isSecure()));
    }

    /**
     * @param path relative to the application
     * @return whether everybody may call this
     */
    public static boolean isOpen(String verb, String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        String name = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        return READING.contains(verb) && OPEN.contains(name);
    }

    private static void refuse(ContainerRequestContext request, String detail) {
        request.abortWith(Problem.of(401, detail)
                .answer()
                .header(HttpHeaders.WWW_AUTHENTICATE, BasicCredentials.CHALLENGE)
                .build());
    }

    private record Identity(Caller caller, boolean isSecure) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return "superuser".equals(role) && caller.superuser();
        }

        @Override
        public String getAuthenticationScheme() {
            return BASIC_AUTH;
        }
    }
}
