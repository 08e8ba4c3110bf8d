package inventory.core.shell;

/** A command that did not end well. What was wrong has been said already. */
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    CommandException(int status) {
        super("status " + status);
        this.status = status;
    }

    /** @return one of {@link Status}, not 0 */
    public int status() {
        return status;
    }
}
