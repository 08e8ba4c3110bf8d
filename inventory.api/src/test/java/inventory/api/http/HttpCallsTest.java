package inventory.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.Fault;
import inventory.api.provider.HttpSettings;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCallsTest {
    private static final RateLimit LIMIT = new RateLimit("test", 100, Duration.ofSeconds(1));
    private final AtomicReference<Reply> reply = new AtomicReference<>(Reply.of("{}"));
    private FakeHttpServer server;
    private FakeProviderContext context;

    @BeforeEach
    void start() throws Exception {
        server = FakeHttpServer.answering(request -> reply.get());
        context = server.context();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCallIsCountedOnceAndAnswered() throws Exception {
        reply.set(Reply.of("{\"name\": \"ünïcode\"}"));
        assertEquals("{\"name\": \"ünïcode\"}", get("/a?b=c"));
        assertEquals(List.of(LIMIT), context.limits());
    }

    @ParameterizedTest
    @CsvSource({
        "301, MALFORMED",
        "400, INTERNAL",
        "401, AUTHENTICATION",
        "403, PERMISSION",
        "404, INTERNAL",
        "408, TIMEOUT",
        "429, THROTTLED",
        "500, INTERNAL",
        "503, INTERNAL",
        "504, TIMEOUT"
    })
    void aStatusIsToldAsWhatItIs(int status, FailureKind kind) {
        reply.set(new Reply(status, "{\"message\": \"because\"}"));
        ProviderException told = refused("/things?token=hidden");
        assertEquals(kind, told.kind());
        assertTrue(
                told.getMessage().matches("GET 127.0.0.1:\\d+/things answered " + status + ".*because.*"),
                told.getMessage());
    }

    @Test
    void theSystemsOwnCodeSaysMoreThanTheStatus() {
        ErrorCodes codes = (status, body) -> body.contains("EXPIRED")
                ? Optional.of(new ErrorCodes.Meaning(FailureKind.AUTHENTICATION, "Make a new key."))
                : Optional.empty();
        HttpCalls calls = new HttpCalls(context, LIMIT, codes);
        reply.set(new Reply(400, "{\"code\": \"EXPIRED\"}"));
        ProviderException known = assertThrows(ProviderException.class, () -> calls.json(to("/key")));
        assertEquals(FailureKind.AUTHENTICATION, known.kind());
        assertEquals(
                "Make a new key. (GET " + server.url().substring(7) + "/key answered 400: {\"code\": \"EXPIRED\"})",
                known.getMessage());
        reply.set(new Reply(400, "{\"code\": \"OTHER\"}"));
        ProviderException other = assertThrows(ProviderException.class, () -> calls.json(to("/key")));
        assertEquals(FailureKind.INTERNAL, other.kind());
        reply.set(new Reply(403, "<html>EXPIRED</html>"));
        ProviderException page = assertThrows(ProviderException.class, () -> calls.json(to("/key")));
        assertEquals(FailureKind.PERMISSION, page.kind());
    }

    @Test
    void theStatusOfAPageHasAMeaningToo() {
        ErrorCodes codes = (status, body) -> status == 502 && body.isEmpty()
                ? Optional.of(new ErrorCodes.Meaning(FailureKind.TIMEOUT, "Look again."))
                : Optional.empty();
        reply.set(new Reply(502, "<html>Bad gateway</html>"));
        ProviderException page =
                assertThrows(ProviderException.class, () -> new HttpCalls(context, LIMIT, codes).json(to("/key")));
        assertEquals(FailureKind.TIMEOUT, page.kind());
    }

    @Test
    void theAnswerToAChangeMayBeEmptyButIsNoPage() throws Exception {
        HttpCalls calls = new HttpCalls(context, LIMIT);
        reply.set(Reply.of(""));
        assertEquals("", calls.change(to("/")).body());
        reply.set(Reply.of("<html>"));
        ProviderException page = assertThrows(ProviderException.class, () -> calls.change(to("/")));
        assertEquals(FailureKind.MALFORMED, page.kind());
        reply.set(new Reply(409, ""));
        ProviderException conflict = assertThrows(ProviderException.class, () -> calls.change(to("/")));
        assertEquals(FailureKind.INTERNAL, conflict.kind());
    }

    @Test
    void thePasswordIsNotRepeatedFromAnAnswer() {
        reply.set(new Reply(400, "bad key " + context.credential().password()));
        assertFalse(refused("/").getMessage().contains(context.credential().password()));
    }

    @Test
    void xmlIsNoPageForPeopleUnlessItIsOne() throws Exception {
        HttpCalls calls = new HttpCalls(
                context,
                LIMIT,
                (status, body) -> body.contains("<Code>Busy")
                        ? Optional.of(new ErrorCodes.Meaning(FailureKind.THROTTLED, "busy"))
                        : Optional.empty());
        String url = server.url() + "/";
        String key = "Bearer " + context.credential().password();
        reply.set(Reply.of("<?xml version=\"1.0\"?><Buckets/>"));
        assertEquals(
                "<?xml version=\"1.0\"?><Buckets/>",
                calls.xml(HttpCalls.to(url).header("Authorization", key)).body());
        reply.set(new Reply(400, "<Error><Code>Busy</Code></Error>"));
        assertEquals(FailureKind.THROTTLED, refusedXml(calls, url, key).kind());
        for (String page : List.of("<HTML><body>", "<!doctype html>\n<title>")) {
            reply.set(Reply.of(page));
            ProviderException told = refusedXml(calls, url, key);
            assertEquals(FailureKind.MALFORMED, told.kind());
            assertTrue(told.getMessage().contains("HTML in place of XML"), told.getMessage());
        }
    }

    private static ProviderException refusedXml(HttpCalls calls, String url, String key) {
        return assertThrows(
                ProviderException.class, () -> calls.xml(HttpCalls.to(url).header("Authorization", key)));
    }

    @ParameterizedTest
    @CsvSource({"'', answered nothing", "'<!doctype html>', answered HTML"})
    void successWithoutJsonIsNone(String body, String told) {
        reply.set(Reply.of(body));
        ProviderException failure = refused("/");
        assertEquals(FailureKind.MALFORMED, failure.kind());
        assertTrue(failure.getMessage().contains(told), failure.getMessage());
    }

    @Test
    void anAnswerThatIsTooLargeIsGivenUp() {
        reply.set(Reply.of("[" + " ".repeat((int) context.maxAnswerBytes()) + "]"));
        ProviderException failure = refused("/");
        assertEquals(FailureKind.MALFORMED, failure.kind());
        assertTrue(
                failure.getMessage().endsWith("more than " + context.maxAnswerBytes() + " bytes."),
                failure.getMessage());
    }

    @Test
    void aCutAnswerIsABrokenConnection() {
        reply.set(Reply.of("{\"a\": \"long enough to be cut\"}"));
        server.breaksWith(Fault.CUT_BODY);
        assertEquals(FailureKind.UNREACHABLE, refused("/").kind());
    }

    @Test
    void aSlowAnswerEndsWithItsTime() {
        server.breaksWith(Fault.SLOW_ANSWER);
        context = new FakeProviderContext(
                server.url(), context.credential(), FakeProviderContext.httpSettings(Duration.ofMillis(100)));
        ProviderException failure = refused("/");
        assertEquals(FailureKind.TIMEOUT, failure.kind());
        assertTrue(failure.getMessage().endsWith("within 100 ms."), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "foo, is no URL",
        "'http://a b', is no URL",
        "http://127.0.0.1:1, Nobody answers at 127.0.0.1:1",
        "http://no-such-host.invalid, The name no-such-host.invalid cannot be resolved"
    })
    void whatCannotBeReachedSaysWhy(String url, String told) {
        ProviderException failure =
                assertThrows(ProviderException.class, () -> new HttpCalls(context, LIMIT).json(HttpCalls.to(url)));
        assertEquals(FailureKind.UNREACHABLE, failure.kind());
        assertTrue(failure.getMessage().contains(told), failure.getMessage());
    }

    @Test
    void theProxyIsPassedByForTheHostsThatSaySo() {
        HttpSettings plain = FakeProviderContext.httpSettings(Duration.ofSeconds(1));
        InetSocketAddress proxy = InetSocketAddress.createUnresolved("proxy", 3128);
        Route route = new Route(new HttpSettings(
                Optional.of(proxy),
                List.of("localhost", ".lab.local"),
                plain.trust(),
                plain.connectTimeout(),
                plain.readTimeout()));
        assertEquals(List.of(new Proxy(Proxy.Type.HTTP, proxy)), route.select(URI.create("https://api.example.com/")));
        assertEquals(List.of(Proxy.NO_PROXY), route.select(URI.create("https://VC.lab.local/")));
        assertEquals(List.of(Proxy.NO_PROXY), route.select(URI.create("http://localhost/")));
    }

    private ProviderException refused(String path) {
        return assertThrows(ProviderException.class, () -> get(path));
    }

    private String get(String path) throws Exception {
        return new HttpCalls(context, LIMIT).json(to(path)).body();
    }

    private HttpRequest.Builder to(String path) throws ProviderException {
        return HttpCalls.to(server.url() + path)
                .header("Authorization", "Bearer " + context.credential().password());
    }
}
