package inventory.core.reconcile;

/** The run is no longer this worker's: it was cancelled, or another worker took it over. Nothing was stored by the call. */
public final class StaleRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleRunException(String message) {
        super(message);
    }
}
