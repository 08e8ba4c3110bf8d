package inventory.api.http;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Tells a failed call as what it is, so that a person can act on it. */
final class Failures {
    private static final int LONGEST_EXCERPT = 200;

    private final ProviderContext context;
    private final ErrorCodes codes;

    Failures(ProviderContext context, ErrorCodes codes) {
        this.context = context;
        this.codes = codes;
    }

    /** Method, host and path; a query may hold secrets. */
    static String name(HttpRequest request) {
        return request.method() + " " + request.uri().getAuthority()
                + request.uri().getPath();
    }

    /** Refuses what is no success, and HTML. */
    void check(HttpResponse<String> answer, Format format) throws ProviderException {
        int status = answer.statusCode();
        boolean html = format.isPage(answer);
        if (status < 200 || status > 299) {
            throw refusal(answer, html);
        }
        if (html) {
            throw malformed(answer, "answered HTML in place of " + format + "; is the endpoint right?");
        }
    }

    /** Refuses an empty answer, unless its status says so. */
    void checkContent(HttpResponse<String> answer) throws ProviderException {
        if (answer.body().isBlank() && answer.statusCode() != 204) {
            throw malformed(answer, "answered nothing.");
        }
    }

    private ProviderException refusal(HttpResponse<String> answer, boolean html) {
        String said = sentence(answer, html);
        Optional<ErrorCodes.Meaning> meaning = codes.meaning(answer.statusCode(), html ? "" : answer.body());
        return new ProviderException(
                meaning.map(ErrorCodes.Meaning::kind).orElseGet(() -> kind(answer)),
                meaning.map(known -> known.advice() + " (" + said + ")").orElse(said),
                retryAfter(answer),
                null);
    }

    ProviderException of(HttpRequest request, Throwable cause) {
        String name = name(request);
        if (has(cause, LimitedBody.TooLargeException.class)) {
            return new ProviderException(
                    FailureKind.MALFORMED, name + " answered more than " + context.maxAnswerBytes() + " bytes.", cause);
        }
        if (has(cause, UnknownHostException.class) || has(cause, UnresolvedAddressException.class)) {
            return unreachable("The name " + request.uri().getHost() + " cannot be resolved.", cause);
        }
        if (has(cause, SSLException.class)) {
            return unreachable(name + ": " + untrusted(plain(cause)), cause);
        }
        if (has(cause, HttpConnectTimeoutException.class) || has(cause, ConnectException.class)) {
            return unreachable("Nobody answers at " + request.uri().getAuthority() + ".", cause);
        }
        if (has(cause, HttpTimeoutException.class)) {
            return new ProviderException(FailureKind.TIMEOUT, name + " gave no answer in time.", cause);
        }
        return unreachable(name + " broke off: " + cause.getMessage() + ".", cause);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static ProviderException unreachable(String message, Throwable cause) {
        return new ProviderException(FailureKind.UNREACHABLE, message, cause);
    }

    private static ProviderException malformed(HttpResponse<String> answer, String what) {
        return new ProviderException(FailureKind.MALFORMED, name(answer.request()) + " " + what);
    }

    private static FailureKind kind(HttpResponse<String> answer) {
        int status = answer.statusCode();
        return switch (status) {
            case 401 -> FailureKind.AUTHENTICATION;
            case 403 -> FailureKind.PERMISSION;
            case 408, 504 -> FailureKind.TIMEOUT;
            case 429 -> FailureKind.THROTTLED;
            case 503 ->
                answer.headers().firstValue("Retry-After").isPresent() ? FailureKind.THROTTLED : FailureKind.INTERNAL;
            default -> status < 400 ? FailureKind.MALFORMED : FailureKind.INTERNAL;
        };
    }

    private String sentence(HttpResponse<String> answer, boolean html) {
        String body = html ? "" : answer.body().replaceAll("\\s+", " ").strip();
        String said = body.length() > LONGEST_EXCERPT ? body.substring(0, LONGEST_EXCERPT) + "…" : body;
        String password = context.credential().password();
        String shown = password.isEmpty() ? said : said.replace(password, "***");
        return name(answer.request()) + " answered " + answer.statusCode() + (shown.isEmpty() ? "." : ": " + shown);
    }

    private Optional<Duration> retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValue("Retry-After").map(String::strip).flatMap(this::duration);
    }

    /** Seconds, or the date of RFC 9110, 10.2.3. */
    private Optional<Duration> duration(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(context.clock().instant(), until.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String untrusted(String reason) {
        return reason.contains("plaintext")
                ? "what listens there speaks no TLS; does the endpoint begin with http://?"
                : "no trusted TLS connection (" + reason
                        + "). If the certificate is your own, add it to the trust file.";
    }

    /** The reason without the names of classes, and of the TLS alert, that some versions of Java put before it. */
    private static String plain(Throwable cause) {
        return String.valueOf(cause.getMessage()).replaceAll("\\b(?:[a-z]+\\.)+[A-Z]\\w*: |^\\([a-z_]+\\) ", "");
    }
}
