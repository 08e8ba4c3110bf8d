package inventory.core.collect;

import inventory.api.provider.ProviderCredential;
import inventory.core.registry.ConnectionConfigRules;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a credential of a provider record. */
final class CredentialReader {
    private static final int DEFAULT_PORT = 443;
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:[^/?#@]*@)?([^/?#]*).*", Pattern.DOTALL);
    private static final Pattern HOST_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::(\\d{1,5}))?");

    private CredentialReader() {}

    /** @param config in plain form, in clear */
    static ProviderCredential read(String endpoint, Map<String, Object> config) {
        String authority = match(AUTHORITY, endpoint.strip()).group(1);
        Matcher parts = HOST_PORT.matcher(authority);
        // More than one colon and no brackets: a bare IPv6 address.
        boolean split = parts.matches();
        String host = split ? parts.group(1).replaceAll("[\\[\\]]", "") : authority;
        int inEndpoint = split && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 0;
        Map<String, Object> extra = new HashMap<>(config);
        Object username = extra.remove("username");
        Object password = extra.remove("password");
        Object port = extra.remove("port");
        return new ProviderCredential(
                username instanceof String text ? text : "",
                password instanceof String text ? text : "",
                host,
                port instanceof Long number ? number.intValue() : port(inEndpoint),
                extra);
    }

    private static int port(int inEndpoint) {
        return inEndpoint < 1 || inEndpoint > ConnectionConfigRules.HIGHEST_PORT ? DEFAULT_PORT : inEndpoint;
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        matcher.matches();
        return matcher;
    }
}
