package inventory.core.registry;

/** A manifest that cannot be used; the message tells its author what to mend. */
public final class ManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    public ManifestException(String message) {
        super(message);
    }
}
