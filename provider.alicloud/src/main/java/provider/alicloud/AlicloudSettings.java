package provider.alicloud;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import provider.alicloud.client.Access;

/**
 * What a provider record asks for.
 *
 * @param home region that is asked for identity, regions and buckets
 * @param regions to read; empty: all
 */
record AlicloudSettings(Access access, String home, List<String> regions) {
    private static final String REGION = "[a-z0-9][a-z0-9-]*";

    static AlicloudSettings of(ProviderContext context) throws ProviderException {
        ProviderCredential credential = context.credential();
        String id = either(credential, "access_key_id", credential.username());
        String secret = either(credential, "access_key_secret", credential.password());
        Access access = new Access(
                id,
                secret,
                credential.text("security_token"),
                address(context.endpoint().strip()));
        List<String> regions = regions(credential.extra().get("regions"));
        String home = credential.text("region").map(String::strip).orElse("cn-hangzhou");
        return new AlicloudSettings(access, region("region", home), regions);
    }

    private static String either(ProviderCredential credential, String key, String other) throws ProviderException {
        String value = credential.text(key).orElse(other).strip();
        if (value.isEmpty()) {
            throw invalid(key, "is needed; make one for a RAM user with the rights of the README");
        }
        return value;
    }

    private static List<String> regions(Object listed) throws ProviderException {
        List<String> regions = new ArrayList<>();
        for (Object each : listed instanceof List<?> list ? list : List.of()) {
            String region = region("regions", String.valueOf(each).strip());
            if (!regions.contains(region)) {
                regions.add(region);
            }
        }
        return regions;
    }

    /** It becomes part of a host name. */
    private static String region(String key, String name) throws ProviderException {
        if (!name.matches(REGION)) {
            throw invalid(key, "'" + name + "' is no region; expected one such as cn-hangzhou");
        }
        return name;
    }

    private static Optional<String> address(String typed) throws ProviderException {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(typed.contains("://") ? typed : "https://" + typed);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            String path = Optional.ofNullable(address.getPath()).orElse("");
            if (web && address.getHost() != null && path.replace("/", "").isEmpty()) {
                return Optional.of(notTheirs(address));
            }
        } catch (IllegalArgumentException e) {
            throw invalid("endpoint", "'" + typed + "' is no host, host:port or URL");
        }
        throw invalid("endpoint", "'" + typed + "' is no host, host:port or URL without a path");
    }

    private static String notTheirs(URI address) throws ProviderException {
        if (address.getHost().endsWith(".aliyuncs.com")) {
            throw invalid(
                    "endpoint", "leave it empty for Alibaba Cloud itself: each product has an address of its own");
        }
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static ProviderException invalid(String key, String reason) {
        return new ProviderException(FailureKind.AUTHENTICATION, key + ": " + reason + ".");
    }
}
