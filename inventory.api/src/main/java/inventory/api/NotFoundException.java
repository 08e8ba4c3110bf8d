package inventory.api;

/** What was asked for does not exist, or its existence is not for this caller to know. */
public final class NotFoundException extends InventoryException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, for a person; no secrets */
    public NotFoundException(String message) {
        super(message);
    }
}
