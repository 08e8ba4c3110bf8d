package inventory.core.action;

/** A change was not begun, because it could not be noted down that it begins. */
final class UnnotedChangeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnnotedChangeException(String why, Throwable cause) {
        super(why, cause);
    }
}
