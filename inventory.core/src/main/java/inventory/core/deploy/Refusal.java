package inventory.core.deploy;

import inventory.api.InvalidInputException;
import inventory.api.InventoryException;

/** Words for what is wrong with a plugin's file. */
final class Refusal {
    private static final String FIELD = "plugin";

    private Refusal() {}

    /** The file itself does not do. */
    static InvalidInputException of(String reason) {
        return InvalidInputException.of(FIELD, reason);
    }

    /** @return why it was refused, in one line */
    static String reason(InventoryException refusal) {
        return refusal instanceof InvalidInputException invalid
                        && invalid.errors().containsKey(FIELD)
                ? String.join(" ", invalid.errors().get(FIELD))
                : refusal.getMessage();
    }
}
