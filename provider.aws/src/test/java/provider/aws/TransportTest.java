package provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.http.SelfSigned;
import inventory.api.provider.Await;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.HttpSettings;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust, proxies and interrupts, over TLS as to AWS itself. */
final class TransportTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    private static FakeAws aws;
    private static SSLContext trusting;

    @BeforeAll
    static void start() throws Exception {
        SelfSigned server = SelfSigned.create(folder.resolve("server.p12"), "IP:127.0.0.1,DNS:aws.invalid");
        aws = new FakeAws(server.file().toString(), SelfSigned.PASSWORD);
        trusting = server.trusting();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void aTrustedServerIsRead() throws Exception {
        aws.healthy();
        assertEquals(1, read(direct(trusting)).resources().size());
    }

    @Test
    void anUntrustedServerIsUnreachable() throws Exception {
        aws.healthy();
        ProviderException failure = assertThrows(ProviderException.class, () -> read(direct(SSLContext.getDefault())));
        assertEquals(FailureKind.UNREACHABLE, failure.kind());
        assertTrue(failure.getMessage().contains("no trusted TLS connection"), failure.getMessage());
    }

    /** The name resolves nowhere: only the proxy can have reached it. */
    @Test
    void theProxyTunnelsToWhatWeCannotReach() throws Exception {
        aws.healthy();
        try (TunnelProxy proxy = new TunnelProxy(aws.tlsPort())) {
            FakeProviderContext context = context("https://aws.invalid", settings(trusting, proxy.port(), List.of()));
            assertEquals(1, read(context).resources().size());
            assertEquals(List.of("CONNECT aws.invalid:443 HTTP/1.1"), proxy.requests());
        }
    }

    @Test
    void plainHttpGoesThroughTheProxyToo() throws Exception {
        aws.healthy();
        FakeProviderContext context = context("http://aws.invalid", settings(trusting, aws.port(), List.of()));
        assertEquals(1, read(context).resources().size());
        assertEquals(2, aws.received());
    }

    @Test
    void hostsThatAreExceptedAreReachedDirectly() throws Exception {
        aws.healthy();
        for (String exception : List.of("127.0.0.1", ".0.0.1")) {
            FakeProviderContext context = context(tlsEndpoint(), settings(trusting, 1, List.of(exception)));
            assertEquals(1, read(context).resources().size(), exception);
        }
        ProviderException failure = assertThrows(
                ProviderException.class,
                () -> read(context(tlsEndpoint(), settings(trusting, 1, List.of("other.example")))));
        assertEquals(FailureKind.UNREACHABLE, failure.kind());
    }

    @Test
    void anInterruptEndsAWaitOverTls() throws Exception {
        aws.healthy()
                .but(
                        FakeAws.action("GetCallerIdentity"),
                        FakeAws.reply("GetCallerIdentity.xml").withFixedDelay(30_000));
        FakeProviderContext context = direct(trusting);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread reader = new Thread(() -> end.set(assertThrows(Throwable.class, () -> read(context))), "reader");
        reader.start();
        assertTrue(Await.until(() -> aws.received() > 0 || context.calls() > 0, TIMEOUT));
        assertFalse(Await.until(() -> !reader.isAlive(), Duration.ofMillis(500)));
        reader.interrupt();
        reader.join(1000);
        assertFalse(reader.isAlive(), "still waiting a second after the interrupt");
        assertInstanceOf(InterruptedException.class, end.get());
    }

    private static OneScope read(FakeProviderContext context) throws Exception {
        return OneScope.read(context, "vpc");
    }

    private static String tlsEndpoint() {
        return "https://127.0.0.1:" + aws.tlsPort();
    }

    private static FakeProviderContext direct(SSLContext trust) {
        return context(tlsEndpoint(), new HttpSettings(Optional.empty(), List.of(), trust, TIMEOUT, TIMEOUT));
    }

    private static HttpSettings settings(SSLContext trust, int proxyPort, List<String> exceptions) {
        return new HttpSettings(
                Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxyPort)),
                exceptions,
                trust,
                TIMEOUT,
                TIMEOUT);
    }

    private static FakeProviderContext context(String endpoint, HttpSettings http) {
        ProviderCredential credential = new ProviderCredential(
                "AKIAFAKE", FakeAws.SECRET, "aws.invalid", 443, Map.of("regions", List.of(FakeAws.REGION)));
        return new FakeProviderContext(endpoint, credential, http);
    }
}
