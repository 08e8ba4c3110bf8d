package inventory.core.reconcile;

/** A record that cannot be taken; the message is its reason, for a person. Carries no stack trace: it is an answer, not a defect. */
final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitException(String reason) {
        super(reason, null, false, false);
    }
}
