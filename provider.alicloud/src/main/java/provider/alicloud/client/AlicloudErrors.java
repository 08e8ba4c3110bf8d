package provider.alicloud.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.http.ErrorCodes;
import inventory.api.provider.FailureKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Alibaba Cloud's error codes mean; their statuses mislead, as a wrong key is a 404 and a throttle a 400. */
final class AlicloudErrors implements ErrorCodes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern XML_CODE = Pattern.compile("<Code>([\\w.]+)</Code>");
    private static final Pattern DENIED =
            Pattern.compile("Forbidden.*|NoPermission.*|AccessDenied.*|.*Unauthorized.*|.*NotAuthorized.*");
    private static final Pattern WRONG_KEY =
            Pattern.compile("InvalidAccessKeyId.*|SignatureDoesNotMatch|IncompleteSignature|InvalidAccessKeySecret"
                    + "|Forbidden\\.AccessKey.*|InactiveAccessKeyId|UserDisable");
    private static final Pattern NO_SUCH_REGION = Pattern.compile("InvalidRegion(Id)?(\\..*)?|Forbidden\\.Region.*");

    /** The code in an answer; empty if there is none. OSS answers in XML. */
    static String code(String body) {
        if (body.stripLeading().startsWith("<")) {
            Matcher code = XML_CODE.matcher(body);
            return code.find() ? code.group(1) : "";
        }
        try {
            return JSON.readTree(body).path("Code").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    @Override
    public Optional<Meaning> meaning(int status, String body) {
        String code = code(body);
        return code.isEmpty() ? Optional.empty() : meaningOf(code, status);
    }

    private static Optional<Meaning> meaningOf(String code, int status) {
        if (code.startsWith("Throttling")) {
            return told(FailureKind.THROTTLED, "Alibaba Cloud was asked too often");
        }
        if (WRONG_KEY.matcher(code).matches()) {
            return told(
                    FailureKind.AUTHENTICATION,
                    "Alibaba Cloud refuses the key: check access_key_id and access_key_secret, and that the key is enabled");
        }
        if (code.startsWith("InvalidSecurityToken") || code.startsWith("SecurityTokenExpired")) {
            return told(
                    FailureKind.AUTHENTICATION,
                    "The security token is wrong or has expired: give a new one with its keys");
        }
        if (code.startsWith("InvalidTimeStamp") || code.equals("RequestTimeTooSkewed")) {
            return told(
                    FailureKind.AUTHENTICATION,
                    "The clock of this machine is off by more than 15 minutes: set it, by NTP for instance");
        }
        if (NO_SUCH_REGION.matcher(code).matches()) {
            return told(
                    FailureKind.PERMISSION,
                    "The region is not there for this product and account: name the regions to read in regions");
        }
        if (DENIED.matcher(code).matches()) {
            return told(
                    FailureKind.PERMISSION,
                    "The key may not do this: give its RAM user the action that the README lists");
        }
        if (code.startsWith("IncorrectInstanceStatus")) {
            return told(FailureKind.INTERNAL, "The instance is not in a state that allows it: collect it and look");
        }
        return status == 403 ? told(FailureKind.INTERNAL, "Alibaba Cloud refused") : Optional.empty();
    }

    private static Optional<Meaning> told(FailureKind kind, String advice) {
        return Optional.of(new Meaning(kind, advice));
    }
}
