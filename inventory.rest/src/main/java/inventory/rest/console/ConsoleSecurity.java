package inventory.rest.console;

import inventory.api.UnavailableException;
import inventory.api.identity.Caller;
import inventory.rest.CoreLink;
import inventory.rest.front.BasicCredentials;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets superusers alone into the Felix web console, whose own user and password do not work. The run property {@code
 * felix.webconsole.security.providers} names this provider: without it the console stays shut.
 */
@Component(service = SecurityProvider.class, property = SecurityProvider.PROPERTY_ID + "=inventory")
public final class ConsoleSecurity implements SecurityProvider {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final CoreLink core;

    @Activate
    public ConsoleSecurity(@Reference CoreLink core) {
        this.core = core;
    }

    @Override
    public Object authenticate(HttpServletRequest request, HttpServletResponse response) {
        if (!READING.contains(request.getMethod()) && !isFromOwnPage(request)) {
            return refuse(response, HttpServletResponse.SC_FORBIDDEN, "Another site's page may not act here.");
        }
        String header = request.getHeader("Authorization");
        try {
            Optional<Caller> caller = header == null
                    ? Optional.empty()
                    : BasicCredentials.authenticate(header, core.get().authentication());
            if (caller.isEmpty()) {
                response.setHeader("WWW-Authenticate", BasicCredentials.CHALLENGE);
                return refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Log in as a superuser.");
            }
            return caller.get().superuser()
                    ? caller.get()
                    : refuse(response, HttpServletResponse.SC_FORBIDDEN, "The console is for superusers.");
        } catch (UnavailableException away) {
            return refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, away.getMessage());
        }
    }

    @Override
    public boolean authorize(Object user, String role) {
        return user instanceof Caller caller && caller.superuser();
    }

    /** Browsers forget credentials when they are refused. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", BasicCredentials.CHALLENGE);
        refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Logged out.");
    }

    /** Browsers send credentials along with what other sites' pages post, and the console has no token of its own against that. */
    private static boolean isFromOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean ownOrigin =
                origin == null || origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
        return ownOrigin && (site == null || OWN_SITE.contains(site));
    }

    /** @return no user */
    private static Caller refuse(HttpServletResponse response, int status, String reason) {
        try {
            response.setStatus(status);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(reason);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
