package provider.aws.client;

import inventory.api.provider.ProviderException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/** What the region's catalogue says about the types that were seen; each is asked for once. Thread-safe. */
final class InstanceTypes {
    private static final int TYPES_PER_CALL = 100;
    private final RegionClient region;
    private final ConcurrentMap<String, Optional<InstanceTypeInfo>> known = new ConcurrentHashMap<>();

    InstanceTypes(RegionClient region) {
        this.region = region;
    }

    /** Asks for those that are not known yet. A type the catalogue does not hold stays without description. */
    void learn(Collection<String> types) throws ProviderException, InterruptedException {
        List<String> unknown = new TreeSet<>(types)
                .stream().filter(type -> !known.containsKey(type)).toList();
        for (int from = 0; from < unknown.size(); from += TYPES_PER_CALL) {
            List<String> chunk = unknown.subList(from, Math.min(from + TYPES_PER_CALL, unknown.size()));
            describe(chunk)
                    .ifPresent(answer -> answer.instanceTypes()
                            .forEach(info -> known.put(info.instanceTypeAsString(), Optional.of(info))));
            chunk.forEach(type -> known.putIfAbsent(type, Optional.empty()));
        }
    }

    Optional<InstanceTypeInfo> find(String type) {
        return type == null ? Optional.empty() : known.getOrDefault(type, Optional.empty());
    }

    /** The names go as a filter: a name that is no longer offered is then no error. */
    private Optional<DescribeInstanceTypesResponse> describe(List<String> types)
            throws ProviderException, InterruptedException {
        DescribeInstanceTypesRequest request = DescribeInstanceTypesRequest.builder()
                .filters(Filter.builder().name("instance-type").values(types).build())
                .maxResults(TYPES_PER_CALL)
                .build();
        return region.calls()
                .ifAllowed(
                        region.call("ec2", "DescribeInstanceTypes"),
                        () -> region.ec2().describeInstanceTypes(request));
    }
}
