package inventory.core.store;

import inventory.api.store.StoreException;

/** A name that must be unique stands in the table already. */
public final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenException(StoreException cause) {
        super("A name that must be unique is taken", cause);
    }
}
