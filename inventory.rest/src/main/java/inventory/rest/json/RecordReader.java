package inventory.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.InvalidInputException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a record of a JSON object and, where that cannot be, tells of every field what is wrong with it. A component that is an
 * {@code Optional} may be absent; any other is required.
 */
final class RecordReader {
    private final ValueReader values;

    RecordReader(ObjectMapper mapper) {
        values = new ValueReader(mapper);
    }

    /**
     * @param ignored names that are accepted and not looked at
     * @throws InvalidInputException it is no object, or fields are missing, unknown or of the wrong type
     */
    <R> R read(JsonNode tree, Class<R> type, Set<String> ignored) {
        if (!tree.isObject()) {
            throw InvalidInputException.of(
                    InvalidInputException.WHOLE, "Send a JSON object, not " + ValueReader.kind(tree) + ".");
        }
        Map<String, List<String>> errors = new LinkedHashMap<>();
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Set<String> known = new TreeSet<>();
        for (int i = 0; i < components.length; i++) {
            String name = Json.snakeCase(components[i].getName());
            known.add(name);
            try {
                arguments[i] = component(tree.get(name), components[i].getGenericType());
            } catch (WrongValueException wrong) {
                errors.put(name, List.of(wrong.getMessage()));
            }
        }
        refuseUnknown(tree, known, ignored, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return create(type, components, arguments);
    }

    private Object component(JsonNode node, Type type) {
        boolean optional = type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        if (node == null) {
            if (optional) {
                return Optional.empty();
            }
            throw new WrongValueException("This field is required.");
        }
        if (node.isNull()) {
            throw new WrongValueException("This field may not be null.");
        }
        return optional
                ? Optional.of(values.read(node, ((ParameterizedType) type).getActualTypeArguments()[0]))
                : values.read(node, type);
    }

    private static void refuseUnknown(
            JsonNode tree, Set<String> known, Set<String> ignored, Map<String, List<String>> errors) {
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> !known.contains(name) && !ignored.contains(name))
                .forEach(name -> errors.put(
                        name.length() > 100 ? name.substring(0, 100) : name,
                        List.of("Unknown field. Known: " + String.join(", ", known) + ".")));
    }

    private static <R> R create(Class<R> type, RecordComponent[] components, Object[] arguments) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return type.getConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw InvalidInputException.of(
                    InvalidInputException.WHOLE,
                    String.valueOf(refused.getCause().getMessage()));
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalStateException(type + " is no public record", notPublic);
        }
    }
}
