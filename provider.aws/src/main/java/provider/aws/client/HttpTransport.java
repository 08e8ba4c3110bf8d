package provider.aws.client;

import inventory.api.provider.HttpSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.conn.DefaultRoutePlanner;
import org.apache.http.impl.conn.DefaultSchemePortResolver;
import org.apache.http.protocol.HttpContext;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/** The one HTTP client of a connection: the operator's proxy, trust and timeouts, and sockets that an interrupt closes. */
final class HttpTransport {
    private static final int MAX_CONNECTIONS = 64;

    private HttpTransport() {}

    static SdkHttpClient open(HttpSettings settings) {
        return ApacheHttpClient.builder()
                .socketFactory(new Sockets(settings))
                .httpRoutePlanner(new Routes(settings))
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariableValues(false)
                        .build())
                .connectionTimeout(settings.connectTimeout())
                .socketTimeout(settings.readTimeout())
                .connectionAcquisitionTimeout(settings.readTimeout())
                .maxConnections(MAX_CONNECTIONS)
                .expectContinueEnabled(false)
                .useIdleConnectionReaper(false)
                .build();
    }

    /**
     * A thread that waits in a plain socket does not notice an interrupt; one that waits in a channel's socket does. The SDK lets us
     * choose the factory for https alone, therefore {@link Routes} sends everything through it.
     */
    private static final class Sockets extends SSLConnectionSocketFactory {
        Sockets(HttpSettings settings) {
            super(settings.trust());
        }

        @Override
        public Socket createSocket(HttpContext context) throws IOException {
            return SocketChannel.open().socket();
        }

        @Override
        public Socket connectSocket(
                int connectTimeout,
                Socket socket,
                HttpHost host,
                InetSocketAddress remote,
                InetSocketAddress local,
                HttpContext context)
                throws IOException {
            HttpRoute route = (HttpRoute) HttpClientContext.adapt(context).getHttpRoute();
            if (route.isSecure() && route.getProxyHost() == null) {
                return super.connectSocket(connectTimeout, socket, host, remote, local, context);
            }
            socket.connect(remote, connectTimeout);
            return socket;
        }
    }

    private static final class Routes extends DefaultRoutePlanner {
        private final HttpSettings settings;

        Routes(HttpSettings settings) {
            super(DefaultSchemePortResolver.INSTANCE);
            this.settings = settings;
        }

        @Override
        public HttpRoute determineRoute(HttpHost host, HttpRequest request, HttpContext context) throws HttpException {
            HttpRoute route = super.determineRoute(host, request, context);
            HttpHost target = viaFactory(route.getTargetHost());
            return route.getProxyHost() == null
                    ? new HttpRoute(target, null, route.isSecure())
                    : new HttpRoute(target, null, viaFactory(route.getProxyHost()), route.isSecure());
        }

        @Override
        protected HttpHost determineProxy(HttpHost target, HttpRequest request, HttpContext context) {
            return settings.proxy()
                    .filter(proxy -> !isDirect(target.getHostName()))
                    .map(proxy -> new HttpHost(proxy.getHostString(), proxy.getPort()))
                    .orElse(null);
        }

        private boolean isDirect(String host) {
            return settings.noProxy().stream()
                    .anyMatch(entry -> entry.startsWith(".") ? host.endsWith(entry) : host.equalsIgnoreCase(entry));
        }

        private static HttpHost viaFactory(HttpHost host) {
            return new HttpHost(host.getHostName(), host.getPort(), "https");
        }
    }
}
