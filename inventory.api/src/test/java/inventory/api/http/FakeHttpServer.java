package inventory.api.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.Scenario;
import inventory.api.provider.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A system with a JSON API on a free loopback port, which refuses who does not show the key and can be broken in the ways of {@link Fault}.
 * To be closed.
 */
public final class FakeHttpServer implements AutoCloseable {
    private static final String KEY = "fake-http-key-31d7";

    static {
        // else each answer waits 40 ms for the acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Fault, Conversation> broken = new EnumMap<>(Fault.class);
    private final Conversation healthy;
    private final ProviderCredential right;
    private final ProviderCredential wrong;
    private volatile Optional<Fault> fault = Optional.empty();

    /** What the system says to a request. */
    @FunctionalInterface
    public interface Answers {
        /** The answer to a request for this path and query. */
        Reply to(URI request) throws Exception;
    }

    /** What the system says to a request of any kind, after a look at its keys. */
    @FunctionalInterface
    public interface Conversation {
        /** The answer to it. */
        Reply to(Request request) throws Exception;
    }

    /** What was asked; {@code url} is the one that the client used. */
    public record Request(String method, String url, URI uri, Headers headers, String body) {
        /** The first value of a header; empty if it is absent. */
        public String header(String name) {
            return Optional.ofNullable(headers.getFirst(name)).orElse("");
        }
    }

    /** An answer in JSON. */
    public record Reply(int status, String body, Map<String, String> headers) {
        /** Without headers of its own. */
        public Reply(int status, String body) {
            this(status, body, Map.of());
        }

        /** With status 200. */
        public static Reply of(String json) {
            return new Reply(200, json);
        }
    }

    private FakeHttpServer(ProviderCredential right, ProviderCredential wrong, Conversation healthy)
            throws IOException {
        this.right = right;
        this.wrong = wrong;
        this.healthy = healthy;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** A running one. */
    public static FakeHttpServer answering(Answers healthy) throws IOException {
        return new FakeHttpServer(
                password(KEY),
                password("wrong-" + KEY.hashCode()),
                request -> showsKey(request)
                        ? healthy.to(request.uri())
                        : new Reply(401, "{\"message\": \"unknown key\"}"));
    }

    /** A running one that looks at the keys itself: it takes the right ones and refuses the wrong ones. */
    public static FakeHttpServer conversing(ProviderCredential right, ProviderCredential wrong, Conversation healthy)
            throws IOException {
        return new FakeHttpServer(right, wrong, healthy);
    }

    private static ProviderCredential password(String password) {
        return new ProviderCredential("fake", password, "127.0.0.1", 443, Map.of());
    }

    /** With this fault it answers so; for what only the shape of the API can break. */
    public FakeHttpServer when(Fault kind, Answers answers) {
        return whenAsked(kind, request -> answers.to(request.uri()));
    }

    /** As {@link #when}, knowing the whole request. */
    public FakeHttpServer whenAsked(Fault kind, Conversation answers) {
        broken.put(kind, answers);
        return this;
    }

    /** This provider, whose {@code password} is the key and whose endpoint is this server, with all faults that are known here. */
    public Subject subject(BaseProvider provider) {
        Subject subject = Subject.of(provider, scenario(Optional.empty(), right))
                .callsReceived(calls::get)
                .when(Fault.BAD_KEY, scenario(Optional.empty(), wrong))
                .when(
                        Fault.REFUSED_CONNECTION,
                        () -> new FakeProviderContext("http://127.0.0.1:" + unusedPort(), right));
        for (Fault each : List.of(
                Fault.THROTTLED,
                Fault.THROTTLED_WITH_RETRY_AFTER,
                Fault.CUT_BODY,
                Fault.HTML_WITH_STATUS_200,
                Fault.SLOW_ANSWER)) {
            subject.when(each, scenario(Optional.of(each), right));
        }
        broken.keySet().forEach(each -> subject.when(each, scenario(Optional.of(each), right)));
        return subject;
    }

    /** Where it listens, as a URL without a path. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A context that leads here with the right key. */
    public FakeProviderContext context() {
        return new FakeProviderContext(url(), right);
    }

    /** From now on it is broken so. */
    public void breaksWith(Fault kind) {
        fault = Optional.of(kind);
    }

    /** From now on it is well again. */
    public void mends() {
        fault = Optional.empty();
    }

    /** How many calls came since the last scenario was opened, or since the start. */
    public int calls() {
        return calls.get();
    }

    private Scenario scenario(Optional<Fault> kind, ProviderCredential key) {
        return () -> {
            calls.set(0);
            fault = kind;
            return new FakeProviderContext(url(), key);
        };
    }

    private void serve(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try (exchange) {
            answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            reply(exchange, "text/plain", new Reply(500, e.toString()));
        }
    }

    private static boolean showsKey(Request request) {
        return request.headers().values().stream().flatMap(List::stream).anyMatch(value -> value.endsWith(KEY));
    }

    private Request request(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws Exception {
        Request asked = request(exchange);
        Fault kind = fault.orElse(null);
        if (kind == Fault.SLOW_ANSWER) {
            closed.await();
        }
        if (kind == Fault.THROTTLED_WITH_RETRY_AFTER) {
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(Fault.RETRY_AFTER.toSeconds()));
        }
        if (kind == Fault.THROTTLED || kind == Fault.THROTTLED_WITH_RETRY_AFTER) {
            reply(exchange, "application/json", new Reply(429, "{\"message\": \"slow down\"}"));
        } else if (kind == Fault.HTML_WITH_STATUS_200) {
            reply(exchange, "text/html", Reply.of("<html><body>Please log in</body></html>"));
        } else if (kind == Fault.CUT_BODY) {
            byte[] body = bytes(healthy.to(asked).body());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
        } else {
            reply(
                    exchange,
                    "application/json",
                    broken.getOrDefault(kind, healthy).to(asked));
        }
    }

    private static void reply(HttpExchange exchange, String type, Reply reply) throws IOException {
        byte[] body = bytes(reply.body());
        if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }
}
