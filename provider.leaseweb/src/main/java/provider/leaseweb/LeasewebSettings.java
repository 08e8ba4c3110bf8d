package provider.leaseweb;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.net.URI;
import java.time.Duration;

/**
 * What the provider record says, checked.
 *
 * @param url of the API, without a slash at its end
 */
record LeasewebSettings(String url, String apiKey, RateLimit limit) {
    private static final String VENDOR = "https://api.leaseweb.com";
    private static final String PATH = "/bareMetals/v2";
    private static final int MOST_CALLS_A_SECOND = 1000;

    static LeasewebSettings of(ProviderContext context) throws ProviderException {
        String apiKey = context.credential()
                .text("api_key")
                .orElseThrow(() -> new ProviderException(
                        FailureKind.AUTHENTICATION,
                        "connection_config has no api_key; make one in LeaseWeb's customer portal, under API."));
        if (!apiKey.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ProviderException(
                    FailureKind.AUTHENTICATION, "The api_key has characters that no key has, such as a space.");
        }
        String url = url(context.endpoint().strip());
        return new LeasewebSettings(
                url,
                apiKey,
                new RateLimit(
                        "leaseweb/" + host(url) + "/" + context.providerId(), calls(context), Duration.ofSeconds(1)));
    }

    private static String url(String endpoint) throws ProviderException {
        String named = endpoint.isEmpty() ? VENDOR : endpoint.contains("://") ? endpoint : "https://" + endpoint;
        String plain = named.replaceFirst("/+$", "");
        host(plain);
        return plain.matches("[a-z]+://[^/]+") ? plain + PATH : plain;
    }

    private static String host(String url) throws ProviderException {
        try {
            URI uri = URI.create(url);
            if (uri.getScheme().matches("https?")
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return uri.getHost();
            }
        } catch (IllegalArgumentException e) {
            throw noAddress(url, e);
        }
        throw noAddress(url, null);
    }

    private static ProviderException noAddress(String url, Exception cause) {
        return new ProviderException(
                FailureKind.UNREACHABLE,
                "The endpoint " + url.replaceFirst("[?#].*", "")
                        + " is no address of an API; expected nothing, host, or https://host/path.",
                cause);
    }

    private static int calls(ProviderContext context) throws ProviderException {
        long wanted = context.credential().extra().get("calls_per_second") instanceof Long calls ? calls : 10;
        if (wanted < 1 || wanted > MOST_CALLS_A_SECOND) {
            throw new ProviderException(
                    FailureKind.INTERNAL,
                    "calls_per_second must be 1 to " + MOST_CALLS_A_SECOND + ", not " + wanted + ".");
        }
        return (int) wanted;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "LeasewebSettings[" + url + "]";
    }
}
