package inventory.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.InvalidInputException;
import inventory.api.action.Action;
import inventory.api.action.ActionParameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionRulesTest {
    private static final Action INSTALL = new Action(
            "install",
            "Install",
            "",
            Set.of("bare_metal_server"),
            true,
            false,
            List.of(
                    parameter("os", "string", true, Optional.empty(), "debian", "rocky"),
                    parameter("disks", "integer", false, Optional.of(2L), 1L, 2L, 4L),
                    parameter("raid", "boolean", false, Optional.empty()),
                    parameter("roles", "list", false, Optional.empty(), "web", "db")));

    private static ActionParameter parameter(
            String name, String type, boolean required, Optional<Object> standard, Object... choices) {
        return new ActionParameter(name, "", type, required, false, standard, Arrays.asList(choices));
    }

    @Test
    void fillsInDefaultsAndMakesPlainValues() {
        assertEquals(Map.of("os", "debian", "disks", 2L), ActionRules.checked(INSTALL, Map.of("os", "debian")));
        assertEquals(
                Map.of("os", "rocky", "disks", 4L, "raid", true, "roles", List.of("db")),
                ActionRules.checked(INSTALL, Map.of("os", "rocky", "disks", 4, "raid", true, "roles", List.of("db"))));
    }

    @Test
    void saysOfEachParameterWhatWouldBeRight() {
        assertEquals(List.of("'os' is required."), refusal(Map.of()));
        assertEquals(List.of("'os' must be one of: debian, rocky."), refusal(Map.of("os", "secret-value")));
        assertEquals(
                List.of(
                        "Unknown parameter 'colour'. Known: disks, os, raid, roles.",
                        "'os' must be a text.",
                        "'disks' must be one of: 1, 2, 4.",
                        "'raid' must be true or false.",
                        "'roles' must be one of: web, db."),
                refusal(Map.of("os", 7, "colour", "red", "disks", 3, "raid", "yes", "roles", List.of("web", "mail"))));
        Map<String, Object> none = new HashMap<>();
        none.put("os", null);
        assertEquals(List.of("'os' must be a text."), refusal(none));
    }

    @Test
    void anActionWithoutParametersTakesNone() {
        Action start = new Action("start", "Start", "", Set.of("virtual_machine"), false, false, List.of());
        assertEquals(Map.of(), ActionRules.checked(start, Map.of()));
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> ActionRules.checked(start, Map.of("force", true)));
        assertEquals(
                List.of("Unknown parameter 'force'. There are none."),
                refused.errors().get("parameters"));
    }

    private static List<String> refusal(Map<String, Object> given) {
        return assertThrows(InvalidInputException.class, () -> ActionRules.checked(INSTALL, given))
                .errors()
                .get("parameters");
    }
}
