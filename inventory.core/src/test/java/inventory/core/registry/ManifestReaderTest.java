package inventory.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.action.Action;
import inventory.api.action.ActionParameter;
import inventory.api.action.Route;
import inventory.api.plugin.ConnectionParameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {
    private static final String HEAD = "vendor: acme\nprovider_type: cloud\n";
    private static final String ACTING = HEAD + "supported_resource_types: [virtual_machine, vpc]\n";

    @Test
    void readsParametersAndPropertiesInPlainForm() throws ManifestException {
        Manifest manifest = read(HEAD + """
                version: 0.1
                license: Apache-2.0
                connection_parameters:
                  - {name: regions, type: list, default: [eu, 7, true], description: Where}
                  - {name: token, secret: true, required: true}
                  - {name: pages, type: integer, default: 5}
                property_definitions:
                  - {resource_type: vpc, key: cidr, example: 10.0.0.0/8}
                """);
        assertEquals("acme:cloud", manifest.key());
        assertEquals("0.1", manifest.version());
        assertEquals(List.of("Apache-2.0"), manifest.license());
        assertEquals(
                List.of(
                        new ConnectionParameter(
                                "regions", "Where", "list", false, false, Optional.of(List.of("eu", 7L, true))),
                        new ConnectionParameter("token", "", "string", true, true, Optional.empty()),
                        new ConnectionParameter("pages", "", "integer", false, false, Optional.of(5L))),
                manifest.connectionParameters());
        assertEquals(
                List.of(new Manifest.Property("vpc", "cidr", "cidr", "", "string", false, "10.0.0.0/8")),
                manifest.propertyDefinitions());
    }

    @Test
    void readsActionsAndRoutes() throws ManifestException {
        Manifest manifest = read(ACTING + """
                actions:
                  - name: soft-reboot
                    description: Restarts it
                    resource_types: [virtual_machine]
                    destructive: true
                    parameters:
                      - {name: boot_mode, default: disk, choices: [disk, rescue], description: From where}
                      - {name: password, secret: true, required: true}
                      - {name: size, type: integer, choices: [1, 2]}
                  - {name: rename, display_name: Rename it, resource_types: [virtual_machine, vpc], dry_run: true}
                routes:
                  - {path: cloud/instance, resource_types: [virtual_machine]}
                """);
        List<ActionParameter> parameters = List.of(
                new ActionParameter(
                        "boot_mode",
                        "From where",
                        "string",
                        false,
                        false,
                        Optional.of("disk"),
                        List.of("disk", "rescue")),
                new ActionParameter("password", "", "string", true, true, Optional.empty(), List.of()),
                new ActionParameter("size", "", "integer", false, false, Optional.empty(), List.of(1L, 2L)));
        Set<String> machines = Set.of("virtual_machine");
        Set<String> both = Set.of("virtual_machine", "vpc");
        assertEquals(
                List.of(
                        new Action("soft-reboot", "soft-reboot", "Restarts it", machines, true, false, parameters),
                        new Action("rename", "Rename it", "", both, false, true, List.of())),
                manifest.actions());
        assertEquals(List.of(new Route("cloud/instance", machines)), manifest.routes());
    }

    @Test
    void saysWhatIsWrongWithActions() {
        String one = "manifest.yml, actions 1";
        assertEquals(
                one + ": invalid name 'Reboot': lower-case words with hyphens between them",
                refusal(ACTING + "actions: [{name: Reboot, resource_types: [vpc]}]\n"));
        assertEquals(
                one + ": missing required field: 'name'", refusal(ACTING + "actions: [{resource_types: [vpc]}]\n"));
        assertEquals(one + ": missing required field: 'resource_types'", refusal(ACTING + "actions: [{name: a}]\n"));
        assertEquals(
                one + ": 'moon' is none of the supported_resource_types",
                refusal(ACTING + "actions: [{name: a, resource_types: [moon]}]\n"));
        assertEquals(
                "manifest.yml, actions 2: 'a' is named twice",
                refusal(ACTING + "actions: [{name: a, resource_types: [vpc]}, {name: a, resource_types: [vpc]}]\n"));
        assertEquals(
                one + ", parameters 1: invalid name 'a-b': lower-case letters, digits and underscores",
                refusal(withParameters("{name: a-b}")));
        assertEquals(one + ", parameters 2: 'a' is named twice", refusal(withParameters("{name: a}, {name: a}")));
        assertEquals(
                one + ", parameters 1: each of the choices must be a whole number",
                refusal(withParameters("{name: a, type: integer, choices: [1, two]}")));
        assertEquals(
                one + ", parameters 1: the default must be one of the choices",
                refusal(withParameters("{name: a, default: c, choices: [a, b]}")));
        assertEquals(
                "manifest.yml: 'actions' has more than 64 entries",
                refusal(ACTING + "actions:\n" + "  - {name: a, resource_types: [vpc]}\n".repeat(65)));
    }

    @Test
    void saysWhatIsWrongWithRoutes() {
        String one = "manifest.yml, routes 1";
        assertEquals(
                one + ": invalid path '/server': lower-case words with slashes between them",
                refusal(ACTING + "routes: [{path: /server, resource_types: [vpc]}]\n"));
        assertEquals(
                one + ": 'path' may not begin with collect, which every provider has",
                refusal(ACTING + "routes: [{path: collect/server, resource_types: [vpc]}]\n"));
        assertEquals(
                "manifest.yml, routes 2: 'a' is named twice",
                refusal(ACTING + "routes: [{path: a, resource_types: [vpc]}, {path: a, resource_types: [vpc]}]\n"));
    }

    @Test
    void takesTheNameForAMissingProviderType() throws ManifestException {
        Manifest manifest = read("vendor: acme\nname: cloud\n");
        assertEquals("acme:cloud", manifest.key());
        assertEquals("0.0.0", manifest.version());
        assertEquals("acme:cloud", manifest.displayName());
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals("manifest.yml is empty", refusal(""));
        assertEquals("manifest.yml must be a mapping", refusal("- a\n"));
        assertEquals("manifest.yml: missing required field: 'vendor'", refusal("provider_type: x\n"));
        assertEquals("manifest.yml: missing required field: 'name'", refusal("vendor: x\n"));
        assertTrue(refusal("vendor: a b\nname: x\n").startsWith("manifest.yml: invalid vendor 'a b'"));
        assertEquals("manifest.yml: unknown infrastructure 'moon'", refusal(HEAD + "infrastructure: moon\n"));
        assertEquals(
                "manifest.yml, connection_parameters 1: unknown type 'map': string, integer, boolean or list",
                refusal(HEAD + "connection_parameters: [{name: a, type: map}]\n"));
        assertEquals(
                "manifest.yml, connection_parameters 1: the default must be a whole number",
                refusal(HEAD + "connection_parameters: [{name: a, type: integer, default: x}]\n"));
        assertEquals(
                "manifest.yml, connection_parameters 2: 'a' is named twice",
                refusal(HEAD + "connection_parameters: [{name: a}, {name: a}]\n"));
        assertEquals(
                "manifest.yml, property_definitions 1: unknown value_type 'colour'",
                refusal(HEAD + "property_definitions: [{resource_type: vpc, key: k, value_type: colour}]\n"));
        assertTrue(refusal("vendor: [a\n").startsWith("Cannot parse manifest.yml: "));
    }

    @Test
    void makesNothingButPlainValues() {
        assertTrue(refusal("!!javax.script.ScriptEngineManager {}\n").startsWith("Cannot parse manifest.yml: "));
        assertTrue(refusal(HEAD + "vendor: twice\n").startsWith("Cannot parse manifest.yml: "));
    }

    @Test
    void boundsSizeAliasesAndDepth() {
        assertTrue(refusal(HEAD + "description: " + "x".repeat(ManifestReader.MAX_CHARACTERS))
                .startsWith("manifest.yml is longer than"));
        StringBuilder bomb = new StringBuilder(HEAD).append("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertTrue(refusal(bomb.toString()).startsWith("Cannot parse manifest.yml: "));
        assertTrue(refusal(HEAD + "a: " + "[".repeat(200) + "]".repeat(200) + "\n")
                .startsWith("Cannot parse manifest.yml: "));
    }

    private static String withParameters(String parameters) {
        return ACTING + "actions: [{name: a, resource_types: [vpc], parameters: [" + parameters + "]}]\n";
    }

    private static Manifest read(String text) throws ManifestException {
        return ManifestReader.read(text).get(0);
    }

    private static String refusal(String text) {
        return assertThrows(ManifestException.class, () -> ManifestReader.read(text))
                .getMessage();
    }
}
