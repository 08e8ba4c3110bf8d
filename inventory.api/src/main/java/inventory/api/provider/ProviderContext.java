package inventory.api.provider;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What the core gives to one connection. Thread-safe. Implemented by the core. */
@ProviderType
public interface ProviderContext {
    /** @return id of the provider record that is connected to */
    UUID providerId();

    /** @return how to get in */
    ProviderCredential credential();

    /** @return the endpoint of the provider record as it was typed; empty if none */
    String endpoint();

    /**
     * @return slugs of the types this run is about; empty: all. A hint that saves calls: the core ignores scopes without one of
     *     them anyway
     */
    Set<String> targetTypes();

    /** @return when the run ends whether it is ready or not */
    Instant deadline();

    /** @return the clock of the core; the only time a plugin may ask for */
    Clock clock();

    /** @return proxy, trust and timeouts */
    HttpSettings http();

    /**
     * @return a client of the JDK that goes out as {@link #http()} says, over HTTP/1.1 and without following redirects; shared by all
     *     providers, so that none has threads of its own. {@link inventory.api.http.HttpCalls} makes calls through it.
     */
    HttpClient httpClient();

    /** @return most bytes that the answer to one call may have; more than zero */
    long maxAnswerBytes();

    /**
     * Call it once before each remote call. Counts the call for the run and waits until the bucket has a permit.
     *
     * @throws InterruptedException when the run was cancelled while waiting; let it through
     * @throws ProviderException {@link FailureKind#TIMEOUT} when no permit will be free before {@link #deadline()}
     */
    void permit(RateLimit limit) throws InterruptedException, ProviderException;

    /**
     * Says what is being read, for people who watch the run.
     *
     * @param message short, no secrets
     */
    void progress(String message);
}
