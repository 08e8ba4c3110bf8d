package provider.aws.client;

import inventory.api.http.LimitedStream;
import inventory.api.provider.ProviderContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.Abortable;

/**
 * Refuses an answer with status 200 that is not what was asked for: the SDK's parsers skip what they do not know, so the login page
 * of a proxy, or no body at all, would be an empty list of machines. An answer without end is no answer either.
 */
final class AnswerGuard {
    private static final int LOOK_AHEAD = 1024;
    private static final Set<String> JSON_SERVICES = Set.of("lambda", "eks");
    private static final Map<String, String> S3_ROOTS = Map.of(
            "ListBuckets", "ListAllMyBucketsResult",
            "GetBucketLocation", "LocationConstraint",
            "GetBucketTagging", "Tagging");
    private static final Pattern XML_ROOT =
            Pattern.compile("\\A\\uFEFF?\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*)*<([\\w.-]+)[\\s/>].*", Pattern.DOTALL);
    private static final Pattern JSON_OBJECT = Pattern.compile("\\A\\uFEFF?\\s*\\{.*", Pattern.DOTALL);

    private AnswerGuard() {}

    static InputStream checked(InputStream body, ProviderContext context, String service, String operation) {
        BufferedInputStream buffered = new BufferedInputStream(new LimitedStream(body, context), LOOK_AHEAD);
        buffered.mark(LOOK_AHEAD);
        String start;
        try {
            start = new String(buffered.readNBytes(LOOK_AHEAD), StandardCharsets.UTF_8);
            buffered.reset();
        } catch (IOException e) {
            throw new BadAnswer("the answer broke off", e);
        }
        if (!fits(start, service, operation)) {
            abort(body);
            throw new BadAnswer("status 200 with " + description(start) + " instead of an answer of AWS", null);
        }
        return buffered;
    }

    private static boolean fits(String start, String service, String operation) {
        if (JSON_SERVICES.contains(service)) {
            return JSON_OBJECT.matcher(start).matches();
        }
        Matcher root = XML_ROOT.matcher(start);
        return root.matches()
                && root.group(1).equals("s3".equals(service) ? S3_ROOTS.get(operation) : operation + "Response");
    }

    private static String description(String start) {
        String text = start.toLowerCase(java.util.Locale.ROOT);
        if (text.isBlank()) {
            return "an empty body";
        }
        return text.contains("<html") || text.contains("<!doctype html") ? "an HTML page" : "something else";
    }

    private static void abort(InputStream body) {
        if (body instanceof Abortable abortable) {
            abortable.abort();
        }
    }

    /** What came cannot be the answer, whatever its status says. */
    static final class BadAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadAnswer(String message, IOException cause) {
            super(message, cause);
        }
    }
}
