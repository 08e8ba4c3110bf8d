package inventory.core.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.provider.ProviderCredential;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialReaderTest {
    @ParameterizedTest
    @CsvSource({
        "vc.example, vc.example, 443",
        "vc.example:8443, vc.example, 8443",
        "https://vc.example:8443/sdk, vc.example, 8443",
        "https://vc.example/sdk?x=1:2, vc.example, 443",
        "http://127.0.0.1:5000, 127.0.0.1, 5000",
        "https://user:pw@vc.example:1234/, vc.example, 1234",
        "[2001:db8::1]:8443, 2001:db8::1, 8443",
        "https://[2001:db8::1]/, 2001:db8::1, 443",
        "2001:db8::1, 2001:db8::1, 443",
        "vc.example:99999, vc.example, 443",
        "'', '', 443",
        "'  vc.example ', vc.example, 443"
    })
    void takesHostAndPortFromTheEndpoint(String endpoint, String host, int port) {
        ProviderCredential credential = CredentialReader.read(endpoint, Map.of());
        assertEquals(host, credential.hostname());
        assertEquals(port, credential.port());
    }

    @Test
    void thePortOfTheConfigWins() {
        assertEquals(7, CredentialReader.read("h:8", Map.of("port", 7L)).port());
    }

    @Test
    void everythingElseIsExtra() {
        Map<String, Object> config = Map.of("username", "u", "password", "p", "port", 1L, "regions", List.of("eu"));
        assertEquals(
                new ProviderCredential("u", "p", "", 1, Map.of("regions", List.of("eu"))),
                CredentialReader.read("", config));
    }
}
