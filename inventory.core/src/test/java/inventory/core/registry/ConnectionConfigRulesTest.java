package inventory.core.registry;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.InvalidInputException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionConfigRulesTest {
    private static final String PARAMETERS = """
            connection_parameters:
              - {name: regions, type: list}
              - {name: pages, type: integer, default: 5}
              - {name: verify_ssl, type: boolean, default: true}
              - {name: account, required: true}
              - {name: pin, secret: true}
            """;
    private final FakePluginService plugin = new FakePluginService(1, "acme", "cloud", context -> null);
    private final ConnectionConfigRules rules = new ConnectionConfigRules(RegistryFixture.registry(plugin));

    ConnectionConfigRulesTest() {
        plugin.manifest = Optional.of(FakePluginService.manifest("acme", "cloud", PARAMETERS));
    }

    @Test
    void takesWhatTheManifestNamesAndTheCredential() {
        assertDoesNotThrow(() -> rules.check(
                "acme:cloud",
                Map.of(
                        "username",
                        "u",
                        "password",
                        "p",
                        "port",
                        443,
                        "account",
                        "a",
                        "regions",
                        List.of("eu", "us"),
                        "pages",
                        7L,
                        "verify_ssl",
                        false)));
    }

    @Test
    void aProviderWithoutPluginHoldsAnything() {
        assertDoesNotThrow(() -> rules.check("no:such", Map.of("colour", Map.of("red", 1))));
    }

    @Test
    void namesEachMistakeAndNeverAValue() {
        Map<String, Object> config = new HashMap<>(Map.of(
                "colour", "red", "regions", "eu", "pages", 1.5, "verify_ssl", "yes", "pin", 4711, "port", 70_000));
        assertEquals(
                List.of(
                        "Unknown key 'colour'. Known keys: account, pages, password, pin, port, regions, username, verify_ssl.",
                        "'port' must be from 1 to 65535.",
                        "'regions' must be a list.",
                        "'pages' must be a whole number.",
                        "'verify_ssl' must be true or false.",
                        "'account' is required.",
                        "'pin' must be a text."),
                refusal(config));
        config.put("account", "");
        assertEquals("'account' is required.", refusal(config).get(5));
    }

    @Test
    void listsHoldPlainValuesOnly() {
        assertEquals(
                List.of("'regions' must be a list."),
                refusal(Map.of("account", "a", "regions", List.of(List.of("nested")))));
    }

    @Test
    void fillsInDefaultsAndPlainForms() throws ManifestException {
        Manifest manifest = ManifestReader.read(plugin.manifest.orElseThrow()).get(0);
        assertEquals(
                Map.of("pages", 9L, "verify_ssl", true, "account", "a"),
                ConnectionConfigRules.effective(manifest, Map.of("pages", BigInteger.valueOf(9), "account", "a")));
    }

    @Test
    void knowsSecretsFromTheManifestAndFromTheirNames() {
        Set<String> keys = Set.of("pin", "account", "Password", "api_token", "regions");
        assertEquals(Set.of("pin", "Password", "api_token"), rules.among("acme:cloud", keys));
        assertEquals(Set.of("Password", "api_token"), rules.among("no:such", keys));
    }

    private List<String> refusal(Map<String, Object> config) {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> rules.check("acme:cloud", config));
        return e.errors().get("connection_config");
    }
}
