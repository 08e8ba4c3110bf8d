package provider.vcenter;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import provider.vcenter.client.Access;
import provider.vcenter.client.Trust;

/**
 * What a provider record asks for.
 *
 * @param datacenter name of the only one to read; empty: all
 */
record VcenterSettings(Access access, Optional<String> datacenter) {
    private static final String PATH = "/sdk";

    static VcenterSettings of(ProviderContext context) throws ProviderException {
        ProviderCredential credential = context.credential();
        String username = credential.username().strip();
        if (username.isEmpty()) {
            throw invalid("username", "a user of the vCenter is needed");
        }
        if (credential.password().isEmpty()) {
            throw invalid("password", "the password of " + username + " is needed");
        }
        Access access = new Access(endpoint(context), username, credential.password(), trust(context));
        return new VcenterSettings(access, credential.text("datacenter").map(String::strip));
    }

    /** A host, with or without a port, or a URL. */
    private static URI endpoint(ProviderContext context) throws ProviderException {
        String typed = context.endpoint().strip();
        ProviderCredential credential = context.credential();
        boolean plain = typed.toLowerCase(Locale.ROOT).startsWith("http://");
        if (plain && verifies(credential)) {
            throw invalid(
                    "endpoint",
                    "http:// would send the password in clear; use https://, or set validate_certs to false");
        }
        try {
            String path = typed.contains("://")
                    ? Optional.ofNullable(URI.create(typed).getPath()).orElse("")
                    : "";
            String host =
                    credential.hostname().contains(":") ? "[" + credential.hostname() + "]" : credential.hostname();
            if (!host.isBlank()) {
                return new URI((plain ? "http://" : "https://") + host + ":" + credential.port()
                        + (path.replace("/", "").isEmpty() ? PATH : path));
            }
        } catch (IllegalArgumentException | URISyntaxException e) {
            throw invalid("endpoint", "'" + typed + "' is no host, host:port or URL");
        }
        throw invalid("endpoint", "the host of the vCenter is needed");
    }

    private static Trust trust(ProviderContext context) throws ProviderException {
        ProviderCredential credential = context.credential();
        Optional<String> fingerprint = credential.text("certificate_sha256");
        Optional<String> file = credential.text("ca_file").map(String::strip);
        if (fingerprint.isPresent()) {
            return Trust.inFingerprint(fingerprint.get());
        }
        if (!verifies(credential)) {
            return Trust.inAnyone();
        }
        return file.isPresent()
                ? Trust.inFile(file.get())
                : Trust.in(context.http().trust());
    }

    /** {@code verify_ssl} is the older spelling. */
    private static boolean verifies(ProviderCredential credential) {
        Object said = credential
                .extra()
                .getOrDefault("validate_certs", credential.extra().get("verify_ssl"));
        return !Boolean.FALSE.equals(said);
    }

    static ProviderException invalid(String key, String reason) {
        return new ProviderException(FailureKind.AUTHENTICATION, key + ": " + reason + ".");
    }
}
