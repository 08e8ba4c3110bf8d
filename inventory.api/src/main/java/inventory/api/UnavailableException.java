package inventory.api;

/** The store cannot be reached now. Nothing was changed; the same call may succeed later. */
public final class UnavailableException extends InventoryException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message for a person; names the store without credentials
     * @param cause what the driver said
     */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
