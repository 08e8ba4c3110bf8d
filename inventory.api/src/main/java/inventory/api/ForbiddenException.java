package inventory.api;

/** The caller is known and may not do this. */
public final class ForbiddenException extends InventoryException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, for a person; no secrets */
    public ForbiddenException(String message) {
        super(message);
    }
}
