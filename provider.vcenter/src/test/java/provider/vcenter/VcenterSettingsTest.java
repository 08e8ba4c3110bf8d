package provider.vcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VcenterSettingsTest {
    private static final String SECRET = "fake-secret-1b0e";

    @TempDir
    Path folder;

    /** Host and port are taken apart by the core. */
    @ParameterizedTest
    @CsvSource({
        "vc.example, vc.example, 443, https://vc.example:443/sdk",
        "vc.example:8443, vc.example, 8443, https://vc.example:8443/sdk",
        "https://vc.example, vc.example, 443, https://vc.example:443/sdk",
        "https://vc.example/, vc.example, 443, https://vc.example:443/sdk",
        "https://vc.example:9443/vim/sdk, vc.example, 9443, https://vc.example:9443/vim/sdk",
        "192.0.2.1, 192.0.2.1, 443, https://192.0.2.1:443/sdk",
        "2001:db8::1, 2001:db8::1, 443, https://[2001:db8::1]:443/sdk",
    })
    void anEndpointIsAHostAHostAndPortOrAUrl(String typed, String host, int port, String meant) throws Exception {
        assertEquals(
                meant, settings(typed, host, port, Map.of()).access().endpoint().toString());
    }

    @Test
    void noHostIsRefused() {
        refused("", "", Map.of(), "endpoint: the host of the vCenter is needed.");
        refused("bad host", "bad host", Map.of(), "endpoint: 'bad host' is no host, host:port or URL.");
    }

    @Test
    void aPasswordInClearIsRefusedUnlessTrustIsGivenUp() throws Exception {
        refused("http://vc.example", "vc.example", Map.of(), "endpoint: http:// would send the password in clear");
        assertEquals(
                "http://vc.example:80/sdk",
                settings("http://vc.example", "vc.example", 80, Map.of("validate_certs", false))
                        .access()
                        .endpoint()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, verified",
        "false, true, not verified",
        ", false, not verified",
        ", true, verified",
        ", , verified"
    })
    void theOlderSpellingCountsWhereTheNewerIsAbsent(Boolean newer, Boolean older, String mode) throws Exception {
        Map<String, Object> extra = new java.util.HashMap<>();
        Optional.ofNullable(newer).ifPresent(value -> extra.put("validate_certs", value));
        Optional.ofNullable(older).ifPresent(value -> extra.put("verify_ssl", value));
        assertEquals(mode, settings("vc", "vc", 443, extra).access().trust().mode());
    }

    @Test
    void aPinnedCertificateWinsOverAllElse() throws Exception {
        Map<String, Object> extra = Map.of("certificate_sha256", "ab:".repeat(31) + "AB", "validate_certs", false);
        assertEquals("pinned", settings("vc", "vc", 443, extra).access().trust().mode());
        refused(
                "vc",
                "vc",
                Map.of("certificate_sha256", "ab:cd"),
                "certificate_sha256: 64 hexadecimal digits are expected");
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        refused("vc", "vc", Map.of("ca_file", empty.toString()), "ca_file: there is no certificate in it.");
        refused("vc", "vc", Map.of("ca_file", text.toString()), "ca_file: it holds no certificates in PEM form.");
        refused(
                "vc",
                "vc",
                Map.of("ca_file", folder.resolve("none").toString()),
                "ca_file: the product cannot read it; it must lie on the machine that the product runs on.");
    }

    @Test
    void userAndPasswordAreNeeded() {
        assertEquals(
                "username: a user of the vCenter is needed.",
                refused(new ProviderCredential(" ", SECRET, "vc", 443, Map.of()))
                        .getMessage());
        assertEquals(
                "password: the password of me is needed.",
                refused(new ProviderCredential("me", "", "vc", 443, Map.of())).getMessage());
    }

    @Test
    void aBlankDatacenterMeansAll() throws Exception {
        assertEquals(
                Optional.empty(),
                settings("vc", "vc", 443, Map.of("datacenter", " ")).datacenter());
        assertEquals(
                Optional.of("DC 1"),
                settings("vc", "vc", 443, Map.of("datacenter", "DC 1 ")).datacenter());
    }

    @Test
    void noSecretIsShown() throws Exception {
        assertFalse(settings("vc", "vc", 443, Map.of()).toString().contains(SECRET));
    }

    private static VcenterSettings settings(String typed, String host, int port, Map<String, Object> extra)
            throws ProviderException {
        return VcenterSettings.of(
                new FakeProviderContext(typed, new ProviderCredential("me", SECRET, host, port, extra)));
    }

    private static void refused(String typed, String host, Map<String, Object> extra, String reason) {
        ProviderException failure = assertThrows(ProviderException.class, () -> settings(typed, host, 443, extra));
        assertEquals(FailureKind.AUTHENTICATION, failure.kind());
        assertTrue(failure.getMessage().startsWith(reason), failure.getMessage());
    }

    private static ProviderException refused(ProviderCredential credential) {
        return assertThrows(
                ProviderException.class, () -> VcenterSettings.of(new FakeProviderContext("vc", credential)));
    }
}
