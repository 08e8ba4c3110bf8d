package inventory.core.reconcile;

/** A record cannot be taken; the message is its reason, for a person. */
public final class QuarantineException extends Exception {
    private static final long serialVersionUID = 1L;

    public QuarantineException(String reason) {
        super(reason, null, false, false);
    }
}
