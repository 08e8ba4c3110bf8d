package provider.vcenter;

import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of one run.
 *
 * @param failures of scopes, by their ids
 * @param calls that were announced, those of each scope by its id, and all of the run
 */
record OneReading(
        List<ResourceData> resources,
        Map<String, ProviderException> failures,
        Map<String, Integer> calls,
        int allCalls) {

    /** Reads these types, or all if none is named. */
    static OneReading of(FakeProviderContext context, String... types) throws ProviderException, InterruptedException {
        List<ResourceData> resources = new ArrayList<>();
        Map<String, ProviderException> failures = new LinkedHashMap<>();
        Map<String, Integer> calls = new TreeMap<>();
        try (ProviderConnection connection = new VcenterProvider().connect(context.targeting(types))) {
            for (Scope scope : connection.scopes()) {
                int before = context.calls();
                RecordingSink sink = new RecordingSink();
                try {
                    connection.collect(scope, sink);
                    resources.addAll(sink.resources());
                } catch (ProviderException e) {
                    failures.put(scope.id(), e);
                }
                calls.put(scope.id().replaceFirst("^[^/]*/", ""), context.calls() - before);
            }
        }
        return new OneReading(resources, failures, calls, context.calls());
    }

    /** The one failure there must be. */
    ProviderException failure() {
        if (failures.size() != 1) {
            throw new AssertionError("one failure expected: " + failures);
        }
        return failures.values().iterator().next();
    }

    Map<String, Long> byType() {
        return resources.stream()
                .collect(Collectors.groupingBy(ResourceData::resourceTypeSlug, TreeMap::new, Collectors.counting()));
    }

    Set<String> references() {
        return resources.stream().map(ResourceData::emsRef).collect(Collectors.toSet());
    }
}
