package provider.ovh;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import provider.ovh.client.Access;
import provider.ovh.client.Credentials;

/** What a provider record says about getting in. */
final class OvhSettings {
    private static final String VERSION = "/1.0";
    private static final Map<String, Region> REGIONS = Map.of(
            "eu", new Region("https://eu.api.ovh.com", "https://www.ovh.com/auth/oauth2/token"),
            "ca", new Region("https://ca.api.ovh.com", "https://ca.ovh.com/auth/oauth2/token"),
            "us", new Region("https://api.us.ovhcloud.com", "https://us.ovhcloud.com/auth/oauth2/token"));

    private record Region(String api, String tokens) {}

    private OvhSettings() {}

    static Access access(ProviderContext context) throws ProviderException {
        Region region = region(context.credential());
        return new Access(url(context.endpoint().strip(), region), credentials(context.credential(), region));
    }

    private static Region region(ProviderCredential credential) throws ProviderException {
        String name = credential.text("region").orElse("eu").strip().toLowerCase(Locale.ROOT);
        if (!REGIONS.containsKey(name)) {
            throw invalid("region", "'" + name + "' is none of eu, ca and us");
        }
        return REGIONS.get(name);
    }

    /** A host, with or without a port, or a URL, with or without the version of the API. */
    private static String url(String typed, Region region) {
        String endpoint = typed.isEmpty() ? region.api() : typed.contains("://") ? typed : "https://" + typed;
        String bare = endpoint.replaceFirst("/+$", "");
        return bare.matches("\\w+://[^/]+") ? bare + VERSION : bare;
    }

    private static Credentials credentials(ProviderCredential credential, Region region) throws ProviderException {
        Optional<String> application = credential.text("application_key");
        Optional<String> account = credential.text("client_id");
        if (application.isPresent() == account.isPresent()) {
            throw invalid(
                    "application_key",
                    "give either application_key, application_secret and consumer_key, or client_id and client_secret");
        }
        if (application.isPresent()) {
            return new Credentials.Application(
                    application.get().strip(),
                    required(credential, "application_secret"),
                    required(credential, "consumer_key"));
        }
        return new Credentials.ServiceAccount(
                account.get().strip(),
                required(credential, "client_secret"),
                credential.text("token_url").map(String::strip).orElse(region.tokens()));
    }

    private static String required(ProviderCredential credential, String key) throws ProviderException {
        return credential.text(key).map(String::strip).orElseThrow(() -> invalid(key, "it is needed"));
    }

    static ProviderException invalid(String key, String reason) {
        return new ProviderException(FailureKind.AUTHENTICATION, key + ": " + reason + ".");
    }
}
