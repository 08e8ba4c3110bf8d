package inventory.api;

/** What was sent is larger than is taken. Nothing was stored. */
public final class LimitExceededException extends InventoryException {
    private static final long serialVersionUID = 1L;

    /** @param message what is too large and how much is taken, for a person */
    public LimitExceededException(String message) {
        super(message);
    }
}
