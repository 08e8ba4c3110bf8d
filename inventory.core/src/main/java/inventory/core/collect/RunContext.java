package inventory.core.collect;

import inventory.api.provider.FailureKind;
import inventory.api.provider.HttpSettings;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What a plugin's connection is given, for one run or test. */
public record RunContext(
        UUID providerId,
        ProviderCredential credential,
        String endpoint,
        Set<String> targetTypes,
        Instant deadline,
        Clock clock,
        Outbound outbound,
        RateBuckets buckets,
        RunProgress figures)
        implements ProviderContext {
    private static final int LONGEST_MESSAGE = 200;

    @Override
    public HttpSettings http() {
        return outbound.settings();
    }

    @Override
    public HttpClient httpClient() {
        return outbound.client();
    }

    @Override
    public long maxAnswerBytes() {
        return outbound.maxAnswerBytes();
    }

    @Override
    public void permit(RateLimit limit) throws InterruptedException, ProviderException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        OptionalLong wait = buckets.take(limit, Duration.between(clock.instant(), deadline));
        if (wait.isEmpty()) {
            throw new ProviderException(
                    FailureKind.TIMEOUT, "The rate limit leaves no call before the end of the run: " + limit.key());
        }
        TimeUnit.NANOSECONDS.sleep(wait.getAsLong());
        figures.calledOut();
    }

    @Override
    public void progress(String message) {
        figures.says(message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message);
    }

    @Override
    public String toString() {
        return "RunContext[" + endpoint + "]";
    }
}
