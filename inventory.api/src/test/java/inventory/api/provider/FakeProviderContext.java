package inventory.api.provider;

import inventory.api.http.HttpCalls;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A context with a clock that stands still, permits that are counted, and a password that must not be seen again. */
public final class FakeProviderContext implements ProviderContext {
    /** The time it always is. */
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** Most bytes of one answer: room for a page of a thousand machines. */
    public static final int MOST_ANSWER_BYTES = 16 << 20;

    /** The provider record it always is for. */
    public static final UUID PROVIDER = UUID.fromString("00000000-0000-7000-8000-0000000000aa");

    /** Shared as in the core, where no provider has a client of its own. */
    private static final HttpClient CLIENT = HttpCalls.client(httpSettings(Duration.ofSeconds(5)));

    private final ProviderCredential credential;
    private final String endpoint;
    private final HttpSettings http;
    private volatile Set<String> targetTypes = Set.of();
    private volatile int interruptedAtCall = Integer.MAX_VALUE;
    private volatile int exhaustedAtCall = Integer.MAX_VALUE;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<RateLimit> limits = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    /** With these ways in. */
    public FakeProviderContext(String endpoint, ProviderCredential credential) {
        this(endpoint, credential, httpSettings(Duration.ofSeconds(5)));
    }

    /** With these ways in and out. */
    public FakeProviderContext(String endpoint, ProviderCredential credential, HttpSettings http) {
        this.endpoint = endpoint;
        this.credential = credential;
        this.http = http;
    }

    /** Without an endpoint, with a user, a password and these further values. */
    public static FakeProviderContext of(Map<String, Object> extra) {
        return new FakeProviderContext("", new ProviderCredential("fake-user", "fake-password-7c1f", "", 443, extra));
    }

    /** Direct, with the JVM's trust. */
    public static HttpSettings httpSettings(Duration timeout) {
        try {
            return new HttpSettings(Optional.empty(), List.of(), SSLContext.getDefault(), timeout, timeout);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same without user and password. */
    public FakeProviderContext withoutKey() {
        ProviderCredential bare =
                new ProviderCredential("", "", credential.hostname(), credential.port(), credential.extra());
        return new FakeProviderContext(endpoint, bare, http);
    }

    /** The same with another value under a key of the connection config. */
    public FakeProviderContext with(String key, Object value) {
        Map<String, Object> extra = new TreeMap<>(credential.extra());
        extra.put(key, value);
        ProviderCredential changed = new ProviderCredential(
                credential.username(), credential.password(), credential.hostname(), credential.port(), extra);
        return new FakeProviderContext(endpoint, changed, http);
    }

    /** From now on this is a run about these types. */
    public FakeProviderContext targeting(String... types) {
        targetTypes = Set.of(types);
        return this;
    }

    /** This call, counted from 1, and all after it are answered as if the run had been cancelled. */
    public FakeProviderContext interruptedAtCall(int call) {
        interruptedAtCall = call;
        return this;
    }

    /** This call, counted from 1, and all after it would come too late. */
    public FakeProviderContext exhaustedAtCall(int call) {
        exhaustedAtCall = call;
        return this;
    }

    @Override
    public void permit(RateLimit limit) throws InterruptedException, ProviderException {
        int call = calls.incrementAndGet();
        limits.add(limit);
        if (call >= interruptedAtCall) {
            throw new InterruptedException("cancelled");
        }
        if (call >= exhaustedAtCall) {
            throw new ProviderException(FailureKind.TIMEOUT, "No call is free before the run must end.");
        }
    }

    @Override
    public void progress(String message) {
        messages.add(message);
    }

    /** How many calls were announced. */
    public int calls() {
        return calls.get();
    }

    /** The bucket of each call. */
    public List<RateLimit> limits() {
        return new ArrayList<>(limits);
    }

    /** What was told to people who watch. */
    public List<String> messages() {
        return new ArrayList<>(messages);
    }

    @Override
    public UUID providerId() {
        return PROVIDER;
    }

    @Override
    public ProviderCredential credential() {
        return credential;
    }

    @Override
    public String endpoint() {
        return endpoint;
    }

    @Override
    public Set<String> targetTypes() {
        return targetTypes;
    }

    @Override
    public Instant deadline() {
        return NOW.plus(Duration.ofHours(1));
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public HttpSettings http() {
        return http;
    }

    @Override
    public HttpClient httpClient() {
        return CLIENT;
    }

    @Override
    public long maxAnswerBytes() {
        return MOST_ANSWER_BYTES;
    }
}
