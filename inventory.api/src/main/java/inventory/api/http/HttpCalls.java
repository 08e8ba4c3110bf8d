package inventory.api.http;

import inventory.api.provider.FailureKind;
import inventory.api.provider.HttpSettings;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The calls of one connection to one outside system. Thread-safe. */
public final class HttpCalls {
    private final ProviderContext context;
    private final RateLimit limit;
    private final Failures failures;

    /**
     * @param context of the connection; its client, time limits and size limit are used
     * @param limit asked for a permit once per call
     */
    public HttpCalls(ProviderContext context, RateLimit limit) {
        this(context, limit, (status, body) -> Optional.empty());
    }

    /**
     * @param codes asked about each answer that is no success, before its status is
     */
    public HttpCalls(ProviderContext context, RateLimit limit, ErrorCodes codes) {
        this.context = context;
        this.limit = limit;
        this.failures = new Failures(context, codes);
    }

    /**
     * Makes a client of the JDK with this proxy, trust and time to connect. It follows no redirect, because a redirect of an API is
     * a wrong address and would carry the key to another host. The core makes one for all providers; a provider makes one only for a
     * connection with a trust of its own.
     */
    public static HttpClient client(HttpSettings settings) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .sslContext(settings.trust())
                .proxy(new Route(settings))
                // nothing here blocks, so that the client's one thread is enough
                .executor(Runnable::run)
                .build();
    }

    /**
     * Begins a call.
     *
     * @param url absolute, {@code http} or {@code https}, with its query encoded
     * @throws ProviderException {@link FailureKind#UNREACHABLE}: this is no such URL
     */
    public static HttpRequest.Builder to(String url) throws ProviderException {
        try {
            return HttpRequest.newBuilder(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw new ProviderException(
                    FailureKind.UNREACHABLE,
                    "The address " + url.replaceFirst("[?].*", "")
                            + " is no URL; expected https://host or https://host:port.",
                    e);
        }
    }

    /**
     * Sends a request that is answered with JSON, and waits for the whole answer.
     *
     * @param request gets {@code Accept: application/json} unless it has an {@code Accept}
     * @return an answer with a status from 200 to 299; its body is not empty unless the status is 204, and is no HTML. Whether it is
     *     JSON is for the caller to see.
     * @throws ProviderException {@link FailureKind#UNREACHABLE} no connection, or it broke; {@link FailureKind#TIMEOUT} no whole answer in
     *     time, or status 408 or 504; {@link FailureKind#AUTHENTICATION} 401; {@link FailureKind#PERMISSION} 403; {@link
     *     FailureKind#THROTTLED} 429, or 503 with {@code Retry-After}, with the time to wait; {@link FailureKind#MALFORMED} HTML, an empty
     *     body, a redirect or too large an answer; {@link FailureKind#INTERNAL} any other status; or what the {@link ErrorCodes} say.
     *     The message names method, host and path and shows the begin of the answer, never the query, a header or the password.
     * @throws InterruptedException when the run was cancelled; the call is given up at once
     */
    public HttpResponse<String> json(HttpRequest.Builder request) throws ProviderException, InterruptedException {
        HttpResponse<String> answer = change(request);
        failures.checkContent(answer);
        return answer;
    }

    /** As {@link #json}, for a request that changes something and whose answer may be empty, whatever its status of success. */
    public HttpResponse<String> change(HttpRequest.Builder request) throws ProviderException, InterruptedException {
        return answer(request, Format.JSON);
    }

    /** As {@link #json}, for a request that is answered with XML. */
    public HttpResponse<String> xml(HttpRequest.Builder request) throws ProviderException, InterruptedException {
        HttpResponse<String> answer = answer(request, Format.XML);
        failures.checkContent(answer);
        return answer;
    }

    private HttpResponse<String> answer(HttpRequest.Builder request, Format format)
            throws ProviderException, InterruptedException {
        HttpRequest.Builder asked = request.copy();
        if (request.build().headers().firstValue("Accept").isEmpty()) {
            asked.header("Accept", format.mediaType());
        }
        HttpResponse<String> answer = send(asked.build());
        failures.check(answer, format);
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) throws ProviderException, InterruptedException {
        context.permit(limit);
        CompletableFuture<HttpResponse<String>> answer = context.httpClient()
                .sendAsync(request, info -> new LimitedBody(context.maxAnswerBytes(), info.headers()));
        try {
            return answer.get(context.http().readTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failures.of(request, e.getCause());
        } catch (TimeoutException e) {
            throw new ProviderException(
                    FailureKind.TIMEOUT,
                    Failures.name(request) + " gave no whole answer within "
                            + context.http().readTimeout().toMillis() + " ms.",
                    e);
        } finally {
            answer.cancel(true);
        }
    }
}
