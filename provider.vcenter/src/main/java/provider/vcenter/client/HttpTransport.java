package provider.vcenter.client;

import inventory.api.provider.HttpSettings;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.DefaultRoutePlanner;
import org.apache.http.impl.conn.DefaultSchemePortResolver;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;

/**
 * The one HTTP client of a connection: the operator's proxy and timeouts, the connection's own trust, and sockets that an interrupt
 * closes: a thread that waits in a plain socket does not notice one, a thread that waits in a channel's socket does.
 */
final class HttpTransport {
    private static final int MAX_CONNECTIONS = 16;

    private HttpTransport() {}

    static CloseableHttpClient open(HttpSettings settings, Trust trust) {
        int readMillis = Math.toIntExact(settings.readTimeout().toMillis());
        PoolingHttpClientConnectionManager connections =
                new PoolingHttpClientConnectionManager(RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", new PlainSockets())
                        .register("https", new TlsSockets(trust))
                        .build());
        connections.setMaxTotal(MAX_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MAX_CONNECTIONS);
        // Also while TLS is negotiated, when the limit of the request is not yet in force.
        connections.setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(readMillis).build());
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setRoutePlanner(new Routes(settings))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(
                                Math.toIntExact(settings.connectTimeout().toMillis()))
                        .setSocketTimeout(readMillis)
                        .setConnectionRequestTimeout(readMillis)
                        .build())
                .disableCookieManagement()
                .disableAuthCaching()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .build();
    }

    private static final class PlainSockets extends PlainConnectionSocketFactory {
        @Override
        public Socket createSocket(HttpContext context) throws IOException {
            return SocketChannel.open().socket();
        }
    }

    private static final class TlsSockets extends SSLConnectionSocketFactory {
        TlsSockets(Trust trust) {
            super(trust.context(), trust.names());
        }

        @Override
        public Socket createSocket(HttpContext context) throws IOException {
            return SocketChannel.open().socket();
        }
    }

    private static final class Routes extends DefaultRoutePlanner {
        private final HttpSettings settings;

        Routes(HttpSettings settings) {
            super(DefaultSchemePortResolver.INSTANCE);
            this.settings = settings;
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
    }
}
