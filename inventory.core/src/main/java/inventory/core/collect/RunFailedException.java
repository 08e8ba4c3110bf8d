package inventory.core.collect;

/** The run ends as failed: nothing could be read. */
final class RunFailedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    RunFailedException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
