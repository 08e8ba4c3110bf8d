package inventory.core.registry;

import inventory.api.InvalidInputException;
import inventory.api.action.Action;
import inventory.api.action.ActionParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the parameters of an action may be. */
public final class ActionRules {
    /** The field that errors are reported for. */
    public static final String FIELD = "parameters";

    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_LIST = 1000;

    private ActionRules() {}

    /**
     * @param given as they came; a null is a value too
     * @return the parameters in plain form, defaults filled in
     * @throws InvalidInputException for {@value #FIELD}: each reason names the parameter and what would be right, never a value
     */
    public static Map<String, Object> checked(Action action, Map<String, Object> given) {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> known =
                action.parameters().stream().map(ActionParameter::name).collect(Collectors.toCollection(TreeSet::new));
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                wrong.add("Unknown parameter '" + name + "'. "
                        + (known.isEmpty() ? "There are none." : "Known: " + String.join(", ", known) + "."));
            }
        }
        Map<String, Object> checked = new LinkedHashMap<>();
        for (ActionParameter parameter : action.parameters()) {
            parameter.defaultValue().ifPresent(value -> checked.put(parameter.name(), value));
            if (given.containsKey(parameter.name())) {
                Optional<Object> plain = type(parameter).plain(given.get(parameter.name()));
                plain.ifPresent(value -> checked.put(parameter.name(), value));
                violation(parameter, plain).ifPresent(wrong::add);
            } else if (parameter.required() && parameter.defaultValue().isEmpty()) {
                wrong.add("'" + parameter.name() + "' is required.");
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(Map.of(FIELD, wrong));
        }
        return checked;
    }

    /** @param plain the value in plain form; empty if it is none of the type */
    private static Optional<String> violation(ActionParameter parameter, Optional<Object> plain) {
        String name = "'" + parameter.name() + "'";
        if (plain.isEmpty()) {
            return Optional.of(name + " must be " + type(parameter).expected() + ".");
        }
        Object value = plain.get();
        if (parameter.required() && (value.equals("") || value.equals(List.of()))) {
            return Optional.of(name + " is required.");
        }
        if (value instanceof String text && text.length() > LONGEST_TEXT) {
            return Optional.of(name + " is longer than " + LONGEST_TEXT + " characters.");
        }
        if (value instanceof List<?> list && list.size() > LONGEST_LIST) {
            return Optional.of(name + " has more than " + LONGEST_LIST + " entries.");
        }
        return isChoice(parameter, value)
                ? Optional.empty()
                : Optional.of(name + " must be one of: "
                        + parameter.choices().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
    }

    /** @return whether the value, in plain form, is one of the choices if there are any */
    static boolean isChoice(ActionParameter parameter, Object value) {
        return parameter.choices().isEmpty()
                || (value instanceof List<?> list
                        ? parameter.choices().containsAll(list)
                        : parameter.choices().contains(value));
    }

    private static ParameterType type(ActionParameter parameter) {
        return ParameterType.of(parameter.type()).orElseThrow();
    }
}
