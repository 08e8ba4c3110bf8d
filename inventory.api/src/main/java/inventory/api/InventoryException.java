package inventory.api;

/**
 * A call that could not be done, for a reason its caller can act on. The subclasses are the whole list; anything else that a
 * service throws is a defect of the service.
 */
public abstract sealed class InventoryException extends RuntimeException
        permits ConflictException,
                ForbiddenException,
                InvalidInputException,
                NotFoundException,
                LimitExceededException,
                StaleVersionException,
                UnavailableException,
                UnusablePluginException {
    private static final long serialVersionUID = 1L;

    InventoryException(String message) {
        super(message);
    }

    InventoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
