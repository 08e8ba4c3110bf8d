package inventory.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpCallsTlsTest {
    private static final RateLimit LIMIT = new RateLimit("test", 100, Duration.ofSeconds(1));

    @Test
    void aCertificateThatNobodyKnowsIsNotTrusted(@TempDir Path folder) throws Exception {
        HttpsServer secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(
                SelfSigned.create(folder.resolve("keys"), "IP:127.0.0.1").showing()));
        secured.start();
        try {
            String url = "https://127.0.0.1:" + secured.getAddress().getPort();
            assertTrue(unreachable(url).contains(": no trusted TLS connection"));
        } finally {
            secured.stop(0);
        }
    }

    @Test
    void aServerThatSpeaksNoTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> refusal = CompletableFuture.runAsync(() -> refuse(plain));
            String message = unreachable("https://127.0.0.1:" + plain.getLocalPort());
            assertTrue(message.endsWith(": what listens there speaks no TLS; does the endpoint begin with http://?"));
            refusal.join();
        }
    }

    private static void refuse(ServerSocket plain) {
        try (Socket client = plain.accept()) {
            client.getInputStream().read(new byte[4096]);
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unreachable(String url) throws Exception {
        try (FakeHttpServer server = FakeHttpServer.answering(request -> Reply.of("{}"))) {
            HttpCalls calls = new HttpCalls(server.context(), LIMIT);
            ProviderException failure = assertThrows(ProviderException.class, () -> calls.json(HttpCalls.to(url)));
            assertEquals(FailureKind.UNREACHABLE, failure.kind());
            return failure.getMessage();
        }
    }
}
