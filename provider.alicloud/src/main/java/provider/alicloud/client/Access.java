package provider.alicloud.client;

import java.util.Optional;

/**
 * How to get in.
 *
 * @param securityToken belongs to temporary keys
 * @param address in place of every product's own, as {@code https://host:port}; empty: the vendor's
 */
public record Access(
        String accessKeyId, String accessKeySecret, Optional<String> securityToken, Optional<String> address) {

    /** Where this product answers for this region. */
    String address(Product product, String region) {
        return address.orElseGet(() -> "https://" + product.host(region));
    }

    /** No secrets. */
    @Override
    public String toString() {
        return "Access[" + accessKeyId + address.map(other -> " at " + other).orElse("") + "]";
    }
}
