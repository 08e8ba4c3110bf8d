package inventory.core.collect;

/** The run ends as failed: nothing could be read. */
public final class RunFailedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    public RunFailedException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
