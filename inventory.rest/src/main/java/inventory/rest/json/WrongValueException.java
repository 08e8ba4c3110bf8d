package inventory.rest.json;

/** A value is none of its field; the message says what would be. */
final class WrongValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongValueException(String message) {
        super(message);
    }
}
