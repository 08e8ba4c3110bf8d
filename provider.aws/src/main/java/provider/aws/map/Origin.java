package provider.aws.map;

import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where a thing was read, and what all things from there have in common.
 *
 * @param partition {@code aws}, {@code aws-cn}, …: the second part of every ARN
 * @param account number of the account
 * @param region empty in a scope that spans all regions
 */
public record Origin(String partition, String account, String region) {

    /** The same account and partition, in another region. */
    public Origin in(String otherRegion) {
        return new Origin(partition, account, otherRegion);
    }

    /** Starts an observation; a missing id becomes an empty reference, which the core quarantines with its reason. */
    ResourceData.Builder describe(String id, String resourceType, String vendorType) {
        return ResourceData.of(id == null ? "" : id, resourceType)
                .canonicalId(id)
                .vendorType(vendorType)
                .vendorIdentifier("account_id", account)
                .cloudTenant(account)
                .region(region);
    }

    static <T> Map<String, String> tags(Collection<T> tags, Function<T, String> key, Function<T, String> value) {
        Map<String, String> plain = new LinkedHashMap<>();
        for (T tag : tags) {
            if (key.apply(tag) != null) {
                plain.put(key.apply(tag), firstText(value.apply(tag), ""));
            }
        }
        return plain;
    }

    /** The values without nulls, in a list that holds on to nothing of the SDK. */
    static <T, R> List<R> plain(Collection<T> values, Function<T, R> field) {
        List<R> plain = new ArrayList<>();
        for (T value : values) {
            R one = field.apply(value);
            if (one != null) {
                plain.add(one);
            }
        }
        return plain;
    }

    /** The first that is neither null nor blank; null if there is none. */
    static String firstText(String first, String second) {
        if (first != null && !first.isBlank()) {
            return first;
        }
        return second;
    }
}
