package inventory.api;

/** The caller has not seen the newest version of what it wants to change. Nothing was changed. */
public final class StaleVersionException extends InventoryException {
    private static final long serialVersionUID = 1L;

    /** @param message what has which version now, for a person */
    public StaleVersionException(String message) {
        super(message);
    }
}
