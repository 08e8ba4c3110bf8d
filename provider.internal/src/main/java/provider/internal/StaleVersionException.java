package provider.internal;

/** The caller has not seen the newest version of what it wants to change. Nothing was changed. */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleVersionException(long newest) {
        super("The machine was changed meanwhile, it is version " + newest + " now. Read it again.");
    }
}
