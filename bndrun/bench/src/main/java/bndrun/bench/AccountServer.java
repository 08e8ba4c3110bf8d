package bndrun.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each page of each account after a tenth of a second, and asks for patience instead at every fiftieth that it sees first. */
final class AccountServer implements AutoCloseable {
    /** How long an answer takes. */
    static final Duration LATENCY = Duration.ofMillis(100);

    private static final int THROTTLED_OF = 50;
    private static final String RETRY_AFTER_SECONDS = "1";
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Executor later =
            CompletableFuture.delayedExecutor(LATENCY.toMillis(), TimeUnit.MILLISECONDS, threads);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger throttled = new AtomicInteger();
    private final HttpServer server;

    AccountServer() throws IOException {
        // else the two parts of an answer wait for each other
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.createContext("/", exchange -> later.execute(() -> answer(exchange)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Calls since the start, those included that were asked for patience. */
    int answered() {
        return answered.get();
    }

    /** Those of the calls that only connect. */
    int connected() {
        return connected.get();
    }

    int throttled() {
        return throttled.get();
    }

    private void answer(HttpExchange exchange) {
        String page = exchange.getRequestURI().getPath();
        try (exchange) {
            answered.incrementAndGet();
            connected.addAndGet(page.endsWith("/0") ? 1 : 0);
            boolean news = seen.add(page);
            if (news && seen.size() % THROTTLED_OF == 0) {
                throttled.incrementAndGet();
                exchange.getResponseHeaders().set("Retry-After", RETRY_AFTER_SECONDS);
                reply(exchange, 429, "\"slow down\"");
            } else {
                reply(exchange, 200, "\"" + page.substring(1).replace('/', '-') + "\"");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
