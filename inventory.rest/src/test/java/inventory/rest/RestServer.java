package inventory.rest;

import inventory.rest.measure.MeasureSources;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.ee8.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The real application on a real HTTP server on a free loopback port, before a core of plain lists. */
final class RestServer {
    static final String USER = "admin";
    static final String PASSWORD = "pässword:with colon";

    final FakeCore core = new FakeCore();
    final CoreLink link = new CoreLink();
    final Whiteboard whiteboard = new Whiteboard();
    final MeasureSources sources = new MeasureSources();
    private final Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final HttpClient client = HttpClient.newHttpClient();

    RestServer() throws Exception {
        link.bindCore(core.core());
        InventoryApplication application = new InventoryApplication(link, whiteboard, sources, new Config());
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        context.addServlet(
                new ServletHolder(new CXFNonSpringJaxrsServlet(application)), InventoryApplication.BASE + "/*");
        server.setHandler(context);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort()
                + InventoryApplication.BASE;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base() + path));
    }

    HttpRequest.Builder known(String path) {
        byte[] credentials = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return request(path)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    Answer get(String path) throws Exception {
        return send(known(path));
    }

    Answer call(String method, String path, String json) throws Exception {
        return send(
                known(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    void stop() throws Exception {
        server.stop();
    }

    private record Config() implements RestConfig {
        @Override
        public int body_limit_mib() {
            return 1;
        }

        @Override
        public int health_limit_ms() {
            return 1000;
        }

        @Override
        public int retry_after_s() {
            return 7;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return RestConfig.class;
        }
    }
}
