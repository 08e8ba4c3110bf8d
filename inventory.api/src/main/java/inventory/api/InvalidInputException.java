package inventory.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Input that breaks a rule. Nothing was stored. */
public final class InvalidInputException extends InventoryException {
    private static final long serialVersionUID = 1L;

    /** The field that stands for the input as a whole. */
    public static final String WHOLE = "non_field_errors";

    private final transient Map<String, List<String>> errors;

    /** @param errors field (or parameter) name → what is wrong with it and what would be right, for a person; not empty */
    public InvalidInputException(Map<String, List<String>> errors) {
        super(new TreeMap<>(errors).toString());
        this.errors = Map.copyOf(errors);
    }

    /** One field, one reason. */
    public static InvalidInputException of(String field, String reason) {
        return new InvalidInputException(Map.of(field, List.of(reason)));
    }

    /** @return field name → reasons; never empty */
    public Map<String, List<String>> errors() {
        return errors;
    }
}
