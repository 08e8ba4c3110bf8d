package provider.aws;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import provider.aws.client.Access;

/**
 * What a provider record asks for.
 *
 * @param partition second part of every ARN: {@code aws}, {@code aws-cn}, {@code aws-us-gov}, …
 * @param regions to be read; empty: all that are enabled for the account
 */
record AwsSettings(Access access, String partition, List<String> regions) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");
    private static final Pattern ROLE = Pattern.compile("arn:[a-z0-9-]+:iam::\\d{12}:role/\\S+");

    static AwsSettings of(ProviderContext context) throws ProviderException {
        ProviderCredential credential = context.credential();
        Optional<String> region = region(credential.text("region"), "region");
        Set<String> regions = new LinkedHashSet<>(listed(credential));
        if (regions.isEmpty()) {
            region.ifPresent(regions::add);
        }
        Endpoint endpoint = Endpoint.of(context.endpoint(), credential);
        Partition partition = endpoint.partition()
                .orElseGet(() -> Partition.ofRegion(
                        region.orElseGet(() -> regions.stream().findFirst().orElse(""))));
        Access access =
                new Access(keys(credential), role(credential), endpoint.override(), region.orElse(partition.home()));
        return new AwsSettings(access, partition.id(), List.copyOf(regions));
    }

    private static List<String> listed(ProviderCredential credential) throws ProviderException {
        Object value = credential.extra().get("regions");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            throw invalid("regions", "a list of region names is expected");
        }
        List<String> names = new ArrayList<>();
        for (Object item : items) {
            names.add(region(Optional.of(String.valueOf(item)), "regions").orElseThrow());
        }
        return names;
    }

    /** Also keeps anything but a region out of host names. */
    private static Optional<String> region(Optional<String> value, String key) throws ProviderException {
        Optional<String> name = value.map(String::strip);
        if (name.isPresent() && !REGION.matcher(name.get()).matches()) {
            throw invalid(key, "'" + name.get() + "' is no name of a region, such as eu-west-1");
        }
        return name;
    }

    private static Optional<Access.Keys> keys(ProviderCredential credential) throws ProviderException {
        String id =
                credential.text("access_key_id").orElse(credential.username()).strip();
        String secret = credential
                .text("secret_access_key")
                .orElse(credential.password())
                .strip();
        if (id.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        if (id.isEmpty()) {
            throw invalid("access_key_id", "a secret access key is given without its access key id");
        }
        if (secret.isEmpty()) {
            throw invalid("secret_access_key", "an access key id is given without its secret access key");
        }
        return Optional.of(
                new Access.Keys(id, secret, credential.text("session_token").map(String::strip)));
    }

    private static Optional<Access.Role> role(ProviderCredential credential) throws ProviderException {
        Optional<String> arn = credential.text("assume_role_arn").map(String::strip);
        if (arn.isPresent() && !ROLE.matcher(arn.get()).matches()) {
            throw invalid("assume_role_arn", "'" + arn.get() + "' is no ARN of a role");
        }
        return arn.map(value -> new Access.Role(value, credential.text("external_id")));
    }

    static ProviderException invalid(String key, String reason) {
        return new ProviderException(FailureKind.AUTHENTICATION, key + ": " + reason + ".");
    }
}
