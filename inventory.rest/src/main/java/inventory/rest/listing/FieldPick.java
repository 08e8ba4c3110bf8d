package inventory.rest.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.InvalidInputException;
import inventory.rest.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Leaves of a row only the fields that were asked for. */
final class FieldPick {
    private final ObjectMapper mapper;
    private final List<String> names;

    /** @throws InvalidInputException one of the names is no field of the row */
    FieldPick(ObjectMapper mapper, Class<?> rowType, List<String> wanted) {
        this.mapper = mapper;
        List<String> known = Json.fieldNames(rowType);
        List<String> unknown =
                wanted.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw InvalidInputException.of(
                    "fields",
                    "Unknown: " + String.join(", ", unknown) + ". Known: " + String.join(", ", new TreeSet<>(known))
                            + ".");
        }
        names = wanted.isEmpty() ? known : wanted;
    }

    /** @return the fields' names, in the order asked for */
    List<String> names() {
        return names;
    }

    Map<String, JsonNode> pick(Object row) {
        JsonNode tree = mapper.valueToTree(row);
        Map<String, JsonNode> picked = new LinkedHashMap<>();
        names.forEach(name -> picked.put(name, tree.get(name)));
        return picked;
    }
}
