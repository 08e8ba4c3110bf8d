package inventory.rest.front;

import inventory.rest.problem.Problem;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.osgi.service.component.annotations.Component;

/**
 * Answers what the server refuses before anybody else sees it (a path like {@code //} or {@code %2F}, headers too large) like every
 * other error, and says that the connection is closed: the server closes it, and a client that keeps connections would otherwise send
 * its next request into it.
 *
 * <p>Felix hands out the server only to who brings a connector; the one brought here listens to nothing.
 */
@Component(service = ConnectorFactory.class)
public final class ServerErrors implements ConnectorFactory {
    @Override
    public Connector createConnector(Server server) {
        server.setErrorHandler(ServerErrors::answer);
        return new LocalConnector(server);
    }

    private static boolean answer(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Problem problem = Optional.ofNullable(request.getAttribute(ErrorHandler.ERROR_MESSAGE))
                .filter(message -> !message.equals(HttpStatus.getMessage(status)))
                .map(message -> Problem.of(status, message + "."))
                .orElseGet(() -> Problem.of(status));
        HttpFields.Mutable headers = response.getHeaders();
        SecurityHeaders.put(headers::put);
        headers.put(HttpHeader.CONNECTION, "close");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
        response.write(true, ByteBuffer.wrap(problem.bytes()), callback);
        return true;
    }
}
