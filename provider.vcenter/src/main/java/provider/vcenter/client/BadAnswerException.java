package provider.vcenter.client;

import java.rmi.RemoteException;
import java.time.Duration;
import java.util.Optional;

/** Something answered, and not as the SOAP interface of vSphere does. */
final class BadAnswerException extends RemoteException {
    private static final long serialVersionUID = 1L;
    private static final int SUCCESS = 200;
    private final int status;
    private final String reason;
    private final transient Duration retryAfter;

    /** An answer with the status of success that cannot be what was asked for. */
    BadAnswerException(String reason, Exception cause) {
        super(reason, cause);
        this.status = SUCCESS;
        this.reason = reason;
        this.retryAfter = null;
    }

    /** @param retryAfter null if the server did not say */
    BadAnswerException(int status, String reason, Duration retryAfter) {
        super(reason);
        this.status = status;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
