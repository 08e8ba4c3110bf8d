package inventory.api;

import java.util.Optional;
import java.util.UUID;

/** The state of the thing forbids this now: a second run, a cancel of what has ended, a delete of what is in use. */
public final class ConflictException extends InventoryException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<UUID> collectionRun;

    /** @param message what stands in the way, for a person */
    public ConflictException(String message) {
        this(message, Optional.empty());
    }

    /**
     * @param message what stands in the way, for a person
     * @param collectionRun the run that stands in the way, if it is one
     */
    public ConflictException(String message, Optional<UUID> collectionRun) {
        super(message);
        this.collectionRun = collectionRun;
    }

    /** @return the id of the run that stands in the way; empty if it is something else */
    public Optional<UUID> collectionRun() {
        return collectionRun;
    }
}
