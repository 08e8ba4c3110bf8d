package inventory.api;

import java.util.List;

/**
 * A plugin that is well-formed and does not run here: something it needs is missing, it does not start, or it does not offer what its
 * manifest says. Whatever ran before still runs.
 */
public final class UnusablePluginException extends InventoryException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    /**
     * @param message what was tried and failed, for a person
     * @param problems each thing that is wrong, with what would be right; may be empty
     */
    public UnusablePluginException(String message, List<String> problems) {
        super(problems.isEmpty() ? message : message + " " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** @return each thing that is wrong, with what would be right; may be empty */
    public List<String> problems() {
        return problems;
    }
}
