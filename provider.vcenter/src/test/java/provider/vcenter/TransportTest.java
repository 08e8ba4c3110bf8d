package provider.vcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust, proxies and interrupts, over TLS as to a vCenter itself. */
final class TransportTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    private static FakeVcenter vcenter;
    private static SelfSigned server;

    @BeforeAll
    static void start() throws Exception {
        server = SelfSigned.create(folder.resolve("server.p12"), "IP:127.0.0.1");
        vcenter = new FakeVcenter(server.file().toString(), SelfSigned.PASSWORD);
    }

    @AfterAll
    static void stop() {
        vcenter.close();
    }

    @Test
    void anUnknownCertificateIsRefusedWithWhatToDo() {
        ProviderException failure = refused("127.0.0.1", Map.of());
        assertTrue(
                failure.getMessage().contains("the certificate is not trusted. Name the authority's file in ca_file"),
                failure.getMessage());
    }

    @Test
    void giveUpTrustAndItIsReadAndNothingElseInTheProcessChanges() throws Exception {
        var verifier = HttpsURLConnection.getDefaultHostnameVerifier();
        var sockets = HttpsURLConnection.getDefaultSSLSocketFactory();
        SSLContext trust = SSLContext.getDefault();
        assertEquals(
                1, read("127.0.0.1", Map.of("verify_ssl", false)).resources().size());
        assertSame(verifier, HttpsURLConnection.getDefaultHostnameVerifier());
        assertSame(sockets, HttpsURLConnection.getDefaultSSLSocketFactory());
        assertSame(trust, SSLContext.getDefault());
        refused("127.0.0.1", Map.of());
    }

    @Test
    void anAuthorityInAFileIsTrustedForItsOwnHostsOnly() throws Exception {
        String file = Files.writeString(folder.resolve("ca.pem"), server.pem()).toString();
        assertEquals(1, read("127.0.0.1", Map.of("ca_file", file)).resources().size());
        ProviderException failure = refused("localhost", Map.of("ca_file", file));
        assertTrue(failure.getMessage().contains("that of another host"), failure.getMessage());
    }

    @Test
    void aPinnedCertificateIsTrustedWhateverTheHostAndNoOtherIs() throws Exception {
        String pin = HexFormat.ofDelimiter(":")
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(server.certificate().getEncoded()));
        assertEquals(
                1,
                read("localhost", Map.of("certificate_sha256", pin)).resources().size());
        ProviderException failure = refused("localhost", Map.of("certificate_sha256", "00".repeat(32)));
        String shown = pin.replace(":", "").toUpperCase(java.util.Locale.ROOT);
        assertTrue(failure.getMessage().contains("its SHA-256 fingerprint is " + shown), failure.getMessage());
    }

    @Test
    void aPortThatSpeaksNoTlsIsTold() {
        vcenter.healthy();
        FakeProviderContext context =
                FakeVcenter.context("127.0.0.1", vcenter.context().credential().port(), Map.of());
        ProviderException failure = assertThrows(ProviderException.class, () -> OneReading.of(context));
        assertEquals(FailureKind.UNREACHABLE, failure.kind());
        assertTrue(failure.getMessage().contains("perhaps the port speaks none"), failure.getMessage());
    }

    @Test
    void theOperatorsProxyIsUsedUnlessTheHostIsExcepted() throws Exception {
        vcenter.healthy();
        Map<String, Object> extra = Map.of("validate_certs", false);
        ProviderException failure = assertThrows(
                ProviderException.class, () -> OneReading.of(context("127.0.0.1", extra, List.of()), "switch"));
        assertEquals(FailureKind.UNREACHABLE, failure.kind());
        assertEquals(
                1,
                OneReading.of(context("127.0.0.1", extra, List.of("127.0.0.1")), "switch")
                        .resources()
                        .size());
    }

    @Test
    void anInterruptEndsAWaitOverTls() throws Exception {
        vcenter.healthy()
                .but(FakeVcenter.operation("Login"), FakeVcenter.reply("Login").withFixedDelay(30_000));
        FakeProviderContext context = FakeVcenter.context("127.0.0.1", vcenter.tlsPort(), Map.of("verify_ssl", false));
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread reader =
                new Thread(() -> end.set(assertThrows(Throwable.class, () -> OneReading.of(context))), "reader");
        reader.start();
        assertTrue(Await.until(() -> context.calls() > 1, TIMEOUT));
        assertFalse(Await.until(() -> !reader.isAlive(), Duration.ofMillis(300)));
        reader.interrupt();
        reader.join(1000);
        assertFalse(reader.isAlive(), "still waiting a second after the interrupt");
        assertInstanceOf(InterruptedException.class, end.get());
    }

    private static ProviderException refused(String host, Map<String, Object> extra) {
        ProviderException failure = assertThrows(ProviderException.class, () -> read(host, extra));
        assertEquals(FailureKind.UNREACHABLE, failure.kind());
        return failure;
    }

    private static OneReading read(String host, Map<String, Object> extra) throws Exception {
        vcenter.healthy();
        ProviderCredential credential =
                new ProviderCredential("inventory", FakeVcenter.SECRET, host, vcenter.tlsPort(), extra);
        return OneReading.of(
                new FakeProviderContext(host, credential, FakeProviderContext.httpSettings(TIMEOUT)), "switch");
    }

    /** Through a proxy that is not there. */
    private static FakeProviderContext context(String host, Map<String, Object> extra, List<String> exceptions)
            throws Exception {
        HttpSettings http = new HttpSettings(
                Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)),
                exceptions,
                SSLContext.getDefault(),
                TIMEOUT,
                TIMEOUT);
        ProviderCredential credential =
                new ProviderCredential("inventory", FakeVcenter.SECRET, host, vcenter.tlsPort(), extra);
        return new FakeProviderContext(host, credential, http);
    }
}
