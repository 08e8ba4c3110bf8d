package provider.ovh.client;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.http.HttpCalls;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The calls of one connection: signed, counted in the bucket of their key, and told apart when refused. */
public final class OvhClient {
    private final Access access;
    private final ProviderContext context;
    private final RateLimit limit;
    private final Authorization authorization;

    public OvhClient(Access access, ProviderContext context) {
        this.access = access;
        this.context = context;
        // what OVH asks for: no more than 60 calls a minute for each consumer key
        this.limit = new RateLimit(
                "ovh/" + URI.create(access.url()).getAuthority() + "/"
                        + access.credentials().account(),
                60,
                Duration.ofMinutes(1));
        HttpCalls calls = calls(new Refusal(false));
        this.authorization = access.credentials() instanceof Credentials.Application keys
                ? new SignedAuthorization(access, keys, context, calls)
                : new TokenAuthorization((Credentials.ServiceAccount) access.credentials(), context, calls);
    }

    /** A part of a path, with every character encoded that could end it, such as the slash of an IP block. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @return the answer to this path, which begins with a slash and may have a query */
    public JsonNode get(String path) throws ProviderException, InterruptedException {
        return get(path, Map.of());
    }

    JsonNode get(String path, Map<String, String> headers) throws ProviderException, InterruptedException {
        return Replies.parse("GET " + path, asked(path, headers, new Refusal(false)));
    }

    /** @return the answer; empty if there is no such thing, or the thing cannot have it */
    public Optional<JsonNode> find(String path) throws ProviderException, InterruptedException {
        Refusal refusal = new Refusal(false);
        try {
            return Optional.of(Replies.parse("GET " + path, asked(path, Map.of(), refusal)));
        } catch (ProviderException e) {
            if (refusal.isAbsent() || refusal.isUnsupported()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private String asked(String path, Map<String, String> headers, Refusal refusal)
            throws ProviderException, InterruptedException {
        HttpRequest.Builder request = request("GET", path, "");
        headers.forEach(request::header);
        return sent(request, refusal, true);
    }

    /**
     * Changes something, once.
     *
     * @param method {@code POST} or {@code PUT}
     * @return the answer, which may be null or missing
     */
    public JsonNode change(String method, String path, Map<String, ?> body)
            throws ProviderException, InterruptedException {
        String written = body.isEmpty() ? "" : Replies.written(body);
        HttpRequest.Builder request = request(method, path, written);
        if (!written.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return Replies.parse(method + " " + path, sent(request, new Refusal(true), false));
    }

    private HttpRequest.Builder request(String method, String path, String body)
            throws ProviderException, InterruptedException {
        String url = access.url() + path;
        HttpRequest.Builder request = HttpCalls.to(url)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        authorization.authorize(request, method, url, body);
        return request;
    }

    private String sent(HttpRequest.Builder request, Refusal refusal, boolean content)
            throws ProviderException, InterruptedException {
        try {
            HttpCalls calls = calls(refusal);
            return (content ? calls.json(request) : calls.change(request)).body();
        } catch (ProviderException e) {
            if (refusal.isOutOfTime()) {
                authorization.outOfTime();
            }
            throw e;
        }
    }

    private HttpCalls calls(Refusal refusal) {
        return new HttpCalls(context, limit, refusal);
    }

    static ProviderException malformed(String path, String what) {
        return new ProviderException(FailureKind.MALFORMED, "GET " + path.replaceFirst("[?].*", "") + " " + what);
    }

    /** As whom and where, for people. */
    @Override
    public String toString() {
        return access.credentials() + " at " + URI.create(access.url()).getAuthority();
    }
}
