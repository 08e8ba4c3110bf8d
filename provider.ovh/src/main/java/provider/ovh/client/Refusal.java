package provider.ovh.client;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.http.ErrorCodes;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.util.Optional;

/**
 * Why one call was refused, in the platform's own words: {@code errorCode} or {@code class}, and {@code message}. Made anew for each
 * call.
 */
final class Refusal implements ErrorCodes {
    private final boolean changing;
    private volatile int status;
    private volatile String code = "";
    private volatile String message = "";

    /** @param changing whether the call changes something, so that a failure in its midst leaves the outcome open */
    Refusal(boolean changing) {
        this.changing = changing;
    }

    @Override
    public Optional<Meaning> meaning(int answered, String body) {
        status = answered;
        JsonNode error = error(body);
        code = error.path("errorCode").asText(error.path("error").asText(""));
        message = error.path("message").asText("");
        return changing && status >= 500 ? halfDone() : advice();
    }

    private static Optional<Meaning> halfDone() {
        return means(
                FailureKind.TIMEOUT,
                "OVHcloud failed over the order, which it may have carried out: look before you repeat it.");
    }

    private static JsonNode error(String body) {
        try {
            return Replies.parse("It", body);
        } catch (ProviderException e) {
            return Replies.NOTHING;
        }
    }

    private Optional<Meaning> advice() {
        return switch (code) {
            case "INVALID_SIGNATURE" ->
                means(
                        FailureKind.AUTHENTICATION,
                        "The signature does not fit: application_secret does not belong to application_key, or the consumer_key"
                                + " is another's.");
            case "INVALID_KEY" ->
                means(
                        FailureKind.AUTHENTICATION,
                        "The application_key is unknown there: is it of another region, or was the application removed?");
            case "INVALID_CREDENTIAL", "NOT_CREDENTIAL" ->
                means(
                        FailureKind.AUTHENTICATION,
                        "The consumer_key is unknown, not validated or expired: make and validate a new one.");
            case "NOT_GRANTED_CALL" ->
                means(FailureKind.PERMISSION, "The access rules of the consumer_key do not allow this call: add it.");
            case "FORBIDDEN" -> means(FailureKind.PERMISSION, "The account may not do this.");
            case "invalid_client", "unauthorized_client" ->
                means(
                        FailureKind.AUTHENTICATION,
                        "The service account is refused: check client_id, client_secret and region.");
            default ->
                isOutOfTime()
                        ? means(
                                FailureKind.INTERNAL,
                                "The clock of this machine jumped, so that a call came too late; the next one asks for the time anew."
                                        + " If this comes back, let NTP keep the clock right.")
                        : Optional.empty();
        };
    }

    private static Optional<Meaning> means(FailureKind kind, String advice) {
        return Optional.of(new Meaning(kind, advice));
    }

    /** Older answers have the sentence without the code. */
    boolean isOutOfTime() {
        return code.equals("QUERY_TIME_OUT") || message.contains("Query out of time");
    }

    /** There is no such thing, as the platform itself says. */
    boolean isAbsent() {
        return status == 404 && !message.isEmpty();
    }

    /** The thing there cannot have what was asked for; told with the status of a missing right. */
    boolean isUnsupported() {
        return status == 403 && message.contains("is not supported");
    }
}
