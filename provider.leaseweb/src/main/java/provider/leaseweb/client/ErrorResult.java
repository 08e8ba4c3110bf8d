package provider.leaseweb.client;

import inventory.api.http.ErrorCodes;
import inventory.api.provider.FailureKind;
import java.util.Optional;

/** What LeaseWeb's errors ask of a person; their codes are the status of the answer. */
public final class ErrorResult implements ErrorCodes {
    @Override
    public Optional<Meaning> meaning(int status, String body) {
        return switch (status) {
            case 401 ->
                of(
                        FailureKind.AUTHENTICATION,
                        "LeaseWeb refuses the api_key; make a new one in its customer portal, under API.");
            case 403 ->
                of(
                        FailureKind.PERMISSION,
                        "The api_key may not do this; its account lacks the right or the server is another's.");
            case 404 -> of(FailureKind.INTERNAL, "LeaseWeb knows nothing of the kind.");
            case 429 -> of(FailureKind.THROTTLED, "LeaseWeb was asked too often; a lower calls_per_second helps.");
            default -> Optional.empty();
        };
    }

    private static Optional<Meaning> of(FailureKind kind, String advice) {
        return Optional.of(new Meaning(kind, advice));
    }
}
