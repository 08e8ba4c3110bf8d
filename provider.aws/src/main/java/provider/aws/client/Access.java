package provider.aws.client;

import java.net.URI;
import java.util.Optional;

/**
 * How to get into an account.
 *
 * @param keys empty: whatever the machine offers (environment, profile, container or instance role)
 * @param role to be assumed with those keys
 * @param endpoint replaces the address of every service
 * @param region where identity, regions and buckets are asked for
 */
public record Access(Optional<Keys> keys, Optional<Role> role, Optional<URI> endpoint, String region) {

    /** @param sessionToken empty for keys that do not expire */
    public record Keys(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
        @Override
        public String toString() {
            return "Keys[***]";
        }
    }

    public record Role(String arn, Optional<String> externalId) {}
}
