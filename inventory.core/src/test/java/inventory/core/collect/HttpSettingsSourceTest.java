package inventory.core.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import inventory.api.http.SelfSigned;
import inventory.api.provider.HttpSettings;
import inventory.core.Configured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsSourceTest {
    @TempDir
    static Path folder;

    @Test
    void variablesWinOverTheConfiguration() {
        Map<String, Object> config = Map.of("proxy", "config.example:1", "no_proxy", new String[] {"config.example"});
        HttpSettings configured = source(config, Map.of()).outbound().settings();
        assertEquals(Optional.of(InetSocketAddress.createUnresolved("config.example", 1)), configured.proxy());
        assertEquals(List.of("config.example"), configured.noProxy());
        Map<String, String> environment = Map.of(
                "INVENTORY_HTTP_PROXY", "http://proxy.example:3128/", "INVENTORY_NO_PROXY", "localhost, .example.org,");
        HttpSettings settings = source(config, environment).outbound().settings();
        assertEquals(Optional.of(InetSocketAddress.createUnresolved("proxy.example", 3128)), settings.proxy());
        assertEquals(List.of("localhost", ".example.org"), settings.noProxy());
    }

    @Test
    void thereAreDefaults() {
        Outbound outbound = source(Map.of(), Map.of()).outbound();
        assertEquals(Optional.empty(), outbound.settings().proxy());
        assertEquals(Duration.ofSeconds(10), outbound.settings().connectTimeout());
        assertEquals(Duration.ofMinutes(1), outbound.settings().readTimeout());
        assertEquals(64L << 20, outbound.maxAnswerBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", ":3128", "proxy.example:", "proxy.example:http", "proxy.example:65536"})
    void aWrongProxyIsToldByName(String proxy) {
        assertTrue(refused(Map.of("INVENTORY_HTTP_PROXY", proxy)).contains("HTTP proxy must be given as host:port"));
    }

    @Test
    void certificatesInAFileAreTrusted() throws Exception {
        SelfSigned server = SelfSigned.create(folder.resolve("server.p12"), "IP:127.0.0.1");
        Path file = Files.writeString(folder.resolve("trusted.pem"), server.pem());
        HttpsServer secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(server.showing()));
        secured.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        secured.start();
        try {
            int port = secured.getAddress().getPort();
            assertEquals(204, status(port, Map.of("INVENTORY_TRUST_FILE", file.toString())));
            assertThrows(SSLHandshakeException.class, () -> status(port, Map.of()));
        } finally {
            secured.stop(0);
        }
    }

    @Test
    void aFileOfCertificatesThatHasNoneIsToldByName() throws IOException {
        for (String content :
                List.of("", "# to be filled", "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n")) {
            Path file = Files.writeString(folder.resolve("wrong.pem"), content);
            String message = refused(Map.of("INVENTORY_TRUST_FILE", file.toString()));
            assertTrue(message.startsWith("Cannot read the trusted certificates in " + file + ": "), message);
        }
        Path nowhere = folder.resolve("nowhere.pem");
        String message = refused(Map.of("INVENTORY_TRUST_FILE", nowhere.toString()));
        assertEquals("Cannot read the trusted certificates in " + nowhere + ": there is no such file", message);
    }

    private static String refused(Map<String, String> environment) {
        HttpSettingsSource source = source(Map.of(), environment);
        return assertThrows(IllegalStateException.class, source::outbound).getMessage();
    }

    private static int status(int port, Map<String, String> environment) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port)).build();
        return source(Map.of(), environment)
                .outbound()
                .client()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpSettingsSource source(Map<String, Object> config, Map<String, String> environment) {
        return new HttpSettingsSource(Configured.of(HttpConfig.class, config), environment);
    }
}
