package provider.aws.client;

import inventory.api.http.LimitedStream;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.xml.stream.XMLStreamException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;

/** From what the SDK throws to the contract's kinds, with a sentence for a person. */
final class FailureMapper {
    private static final Set<String> AUTHENTICATION = Set.of(
            "AuthFailure",
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "InvalidToken",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "RequestExpired",
            "RequestTimeTooSkewed",
            "SignatureDoesNotMatch",
            "TokenRefreshRequired",
            "UnrecognizedClientException");
    private static final Set<String> PERMISSION = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AllAccessDisabled",
            "AuthorizationError",
            "NotAuthorized",
            "OptInRequired",
            "SubscriptionRequiredException",
            "UnauthorizedAccess",
            "UnauthorizedOperation");
    /** Codes with status 500 or 503 after which nobody knows what was done; others, such as a lack of machines, are a plain no. */
    private static final Set<String> INSIDE =
            Set.of("", "InternalError", "InternalFailure", "ServiceUnavailable", "Unavailable");

    private static final int MAX_DETAIL = 200;
    private final List<String> secrets;

    /** Keeps the secrets in mind: they are never to be seen in a message, should the other side repeat them. */
    FailureMapper(Access access) {
        secrets = access.keys().stream()
                .flatMap(keys -> Stream.concat(Stream.of(keys.secretAccessKey()), keys.sessionToken().stream()))
                .toList();
    }

    /** The SDK turns an interrupt into errors of its own; the contract wants the interrupt. */
    void rethrowInterrupt(RuntimeException error) throws InterruptedException {
        boolean aborted = chain(error)
                .anyMatch(e -> e instanceof AbortedException
                        || e instanceof InterruptedException
                        || e instanceof ClosedByInterruptException);
        if (Thread.interrupted() || aborted) {
            throw new InterruptedException();
        }
    }

    /** Whether the answer had begun: it was cut, reset or is no text that can be parsed. */
    boolean brokeOff(RuntimeException error) {
        if (tooLong(error).isPresent()) {
            return false;
        }
        if (error instanceof AnswerGuard.BadAnswer) {
            return error.getCause() != null && !(error.getCause() instanceof SocketTimeoutException);
        }
        return !(error instanceof AwsServiceException) && isParsing(error);
    }

    /** How often the SDK itself tried. */
    int attempts(RuntimeException error) {
        Integer attempts = error instanceof SdkException sdk ? sdk.numAttempts() : null;
        return attempts == null ? 1 : attempts;
    }

    ProviderException map(RuntimeException error, Call call) {
        if (error.getCause() instanceof ProviderException refused) {
            return refused;
        }
        if (error instanceof AwsServiceException answer) {
            return answered(answer, call);
        }
        Failure failure = unanswered(error);
        return new ProviderException(failure.kind(), call + ": " + failure.reason() + ".", error);
    }

    /** As {@link #map}, for a call that changes something: an answer that leaves open whether it was done is none. */
    ProviderException mapChange(RuntimeException error, Call call) {
        ProviderException failure = map(error, call);
        boolean open = failure.kind() == FailureKind.INTERNAL
                && !(error instanceof AwsServiceException answer && answer.statusCode() < 500)
                && INSIDE.contains(code(error));
        return open
                ? new ProviderException(
                        FailureKind.MALFORMED, failure.getMessage() + " Whether it was done is not known.")
                : failure;
    }

    /** EC2 answers a rehearsal that went well with an error of this name. */
    boolean wouldSucceed(RuntimeException error) {
        return code(error).equals("DryRunOperation");
    }

    private static String code(RuntimeException error) {
        return error instanceof AwsServiceException answer
                        && answer.awsErrorDetails() != null
                        && answer.awsErrorDetails().errorCode() != null
                ? answer.awsErrorDetails().errorCode()
                : "";
    }

    private ProviderException answered(AwsServiceException answer, Call call) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(answer.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("");
        FailureKind kind = kind(answer, code);
        String what = code.isEmpty() ? "status " + answer.statusCode() + " without an error code of AWS" : code;
        String detail = code.isEmpty()
                ? ""
                : brief(details.map(AwsErrorDetails::errorMessage).orElse(""));
        String message =
                call + ": " + what + (detail.isEmpty() ? "" : " (" + detail + ")") + "." + advice(kind, code, call);
        // Without the cause: what AWS answers may repeat parts of the request, and is all in the message already.
        return new ProviderException(kind, message, retryAfter(details), null);
    }

    private static FailureKind kind(AwsServiceException answer, String code) {
        int status = answer.statusCode();
        if (answer.isThrottlingException() || status == 429) {
            return FailureKind.THROTTLED;
        }
        if (AUTHENTICATION.contains(code) || (status == 401 && code.isEmpty())) {
            return FailureKind.AUTHENTICATION;
        }
        if (PERMISSION.contains(code) || (status == 403 && code.isEmpty())) {
            return FailureKind.PERMISSION;
        }
        if (status == 407) {
            return FailureKind.UNREACHABLE;
        }
        return code.isEmpty() && status < 500 ? FailureKind.MALFORMED : FailureKind.INTERNAL;
    }

    private static String advice(FailureKind kind, String code, Call call) {
        return switch (kind) {
            case AUTHENTICATION -> refused(code, call);
            case PERMISSION -> " The permission needed is " + call.permission() + ".";
            default -> "";
        };
    }

    private static String refused(String code, Call call) {
        if (code.contains("Skewed")) {
            return " Set the clock of this machine.";
        } else if (code.contains("Expired")) {
            return " Give new keys, and see that the clock of this machine is right.";
        }
        return "sts".equals(call.service())
                ? " Check the access key, its secret and the session token."
                : " The keys are accepted elsewhere: is the region enabled for this account?";
    }

    private Failure unanswered(RuntimeException error) {
        if (error instanceof AnswerGuard.BadAnswer && error.getCause() == null) {
            return new Failure(FailureKind.MALFORMED, error.getMessage());
        }
        Optional<LimitedStream.TooLongException> tooLong = tooLong(error);
        if (tooLong.isPresent()) {
            return new Failure(FailureKind.MALFORMED, tooLong.get().getMessage());
        }
        for (Throwable e : chain(error).toList()) {
            Optional<Failure> failure = network(e);
            if (failure.isPresent()) {
                return failure.get();
            }
        }
        if (isParsing(error)) {
            return new Failure(FailureKind.MALFORMED, "the answer broke off or cannot be parsed");
        }
        String message = String.valueOf(error instanceof SdkException sdk ? sdk.rawMessage() : error.getMessage());
        if (message.startsWith("Unable to load credentials")) {
            return new Failure(
                    FailureKind.AUTHENTICATION,
                    "no access key is configured, and environment, profile, container and instance offer none");
        }
        return new Failure(FailureKind.INTERNAL, brief(message));
    }

    private static Optional<LimitedStream.TooLongException> tooLong(Throwable error) {
        return chain(error)
                .filter(LimitedStream.TooLongException.class::isInstance)
                .map(LimitedStream.TooLongException.class::cast)
                .findFirst();
    }

    private static Optional<Failure> network(Throwable e) {
        if (e instanceof UnknownHostException) {
            return unreachable("the host name is unknown; check the region, and the DNS of this machine");
        } else if (e instanceof ConnectTimeoutException) {
            return unreachable("no connection in time");
        } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return unreachable("connection refused");
        } else if (e instanceof SSLException) {
            return unreachable(
                    isDistrust(e)
                            ? "no trusted TLS connection: nobody who is trusted signed the certificate, or it is that of another host"
                            : "no TLS connection; perhaps the port speaks none");
        } else if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return Optional.of(new Failure(FailureKind.TIMEOUT, "no answer in time"));
        } else if (e instanceof SocketException || e instanceof NoHttpResponseException) {
            return unreachable("the connection was reset");
        }
        return Optional.empty();
    }

    private static boolean isDistrust(Throwable tls) {
        return tls instanceof SSLPeerUnverifiedException || chain(tls).anyMatch(CertificateException.class::isInstance);
    }

    private static Optional<Failure> unreachable(String reason) {
        return Optional.of(new Failure(FailureKind.UNREACHABLE, reason));
    }

    private static boolean isParsing(Throwable error) {
        return String.valueOf(error.getMessage()).contains("unmarshall")
                || chain(error)
                        .anyMatch(e -> e instanceof XMLStreamException
                                || e instanceof JsonProcessingException
                                || e instanceof ConnectionClosedException
                                || e instanceof MalformedChunkCodingException
                                || e instanceof EOFException
                                || (error instanceof AnswerGuard.BadAnswer && e instanceof IOException));
    }

    private static Optional<Duration> retryAfter(Optional<AwsErrorDetails> details) {
        return details.map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("Retry-After"))
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** The first line, short: AWS attaches canonical requests and encoded policies of many kilobytes. */
    private String brief(String text) {
        String brief = text.lines().findFirst().orElse("").replaceFirst("\\s*Encoded authorization failure.*", "");
        for (String secret : secrets) {
            brief = brief.replace(secret, "***");
        }
        brief = brief.length() > MAX_DETAIL ? brief.substring(0, MAX_DETAIL) + "…" : brief;
        return brief.endsWith(".") ? brief.substring(0, brief.length() - 1) : brief;
    }

    private static Stream<Throwable> chain(Throwable error) {
        return Stream.iterate(error, e -> e != null, FailureMapper::cause).limit(20);
    }

    /** The parser of the JDK has a word of its own for what other exceptions call their cause. */
    private static Throwable cause(Throwable error) {
        return error instanceof XMLStreamException xml ? xml.getNestedException() : error.getCause();
    }

    private record Failure(FailureKind kind, String reason) {}
}
