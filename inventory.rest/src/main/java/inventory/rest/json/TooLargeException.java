package inventory.rest.json;

import java.io.IOException;

/** The body of a call is larger than allowed. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
        super("The body is larger than " + (limit >> 20) + " MiB.");
    }
}
