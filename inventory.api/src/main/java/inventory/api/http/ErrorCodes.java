package inventory.api.http;

import inventory.api.provider.FailureKind;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** What the error codes of an outside system mean, where they say more than the status of the answer. Thread-safe. */
@ConsumerType
@FunctionalInterface
public interface ErrorCodes {
    /**
     * Reads an answer that is no success.
     *
     * @param status outside 200 to 299
     * @param body the whole answer, of any form; empty in place of a page for people
     * @return what it means; empty: the status alone decides
     */
    Optional<Meaning> meaning(int status, String body);

    /**
     * What went wrong.
     *
     * @param kind in place of the one that the status would give
     * @param advice what to do, for a person: the begin of the message, which goes on with the call and the answer; no secrets
     */
    record Meaning(FailureKind kind, String advice) {
        public Meaning {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(advice);
        }
    }
}
