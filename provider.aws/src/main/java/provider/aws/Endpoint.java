package provider.aws;

import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the address of a provider record means.
 *
 * @param override the address to be used for every service; empty for AWS itself, whose services each have their own
 * @param partition told by an address of AWS; empty if the address does not tell
 */
record Endpoint(Optional<URI> override, Optional<Partition> partition) {
    private static final List<String> AMAZON = List.of(
            "amazonaws.com",
            "amazonaws.com.cn",
            "amazonaws.eu",
            "api.aws",
            "api.amazonwebservices.com.cn",
            "aws.amazon.com",
            "amazonaws.cn",
            "amazonaws-us-gov.com",
            "amazonaws-eusc.eu");

    static Endpoint of(String typed, ProviderCredential credential) throws ProviderException {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Endpoint(Optional.empty(), Optional.empty());
        }
        String host = credential.hostname().toLowerCase(Locale.ROOT);
        if (AMAZON.stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own))) {
            return new Endpoint(Optional.empty(), Optional.of(Partition.ofHost(host)));
        }
        boolean complete = text.startsWith("http://") || text.startsWith("https://");
        try {
            URI uri = URI.create(complete ? text : "https://" + host + ":" + credential.port());
            if (uri.getHost() != null) {
                return new Endpoint(Optional.of(uri), Optional.empty());
            }
        } catch (IllegalArgumentException e) {
            throw AwsSettings.invalid("endpoint", "'" + text + "' is no address");
        }
        throw AwsSettings.invalid("endpoint", "'" + text + "' names no host");
    }
}
