package provider.ovh.client;

import inventory.api.http.HttpCalls;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Signs each call, by the clock of the platform. */
final class SignedAuthorization implements Authorization {
    private final Access access;
    private final Credentials.Application keys;
    private final ProviderContext context;
    private final HttpCalls calls;
    /** How far the platform's clock is ahead of ours; asked for once. */
    private volatile Optional<Duration> ahead = Optional.empty();

    SignedAuthorization(Access access, Credentials.Application keys, ProviderContext context, HttpCalls calls) {
        this.access = access;
        this.keys = keys;
        this.context = context;
        this.calls = calls;
    }

    @Override
    public void authorize(HttpRequest.Builder request, String method, String url, String body)
            throws ProviderException, InterruptedException {
        Duration difference = ahead.isPresent() ? ahead.get() : difference();
        long now = context.clock().instant().plus(difference).getEpochSecond();
        request.header("X-Ovh-Application", keys.key())
                .header("X-Ovh-Consumer", keys.consumer())
                .header("X-Ovh-Timestamp", Long.toString(now))
                .header("X-Ovh-Signature", new Signature(keys, now).of(method, url, body));
    }

    private Duration difference() throws ProviderException, InterruptedException {
        String told =
                calls.json(HttpCalls.to(access.url() + "/auth/time")).body().strip();
        if (!told.matches("\\d{1,12}")) {
            throw new ProviderException(
                    FailureKind.MALFORMED, "GET " + access.url() + "/auth/time told no time; is the endpoint right?");
        }
        Duration difference = Duration.between(context.clock().instant(), Instant.ofEpochSecond(Long.parseLong(told)));
        ahead = Optional.of(difference);
        return difference;
    }

    @Override
    public void outOfTime() {
        ahead = Optional.empty();
    }
}
