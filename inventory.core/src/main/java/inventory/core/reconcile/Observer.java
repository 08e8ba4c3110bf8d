package inventory.core.reconcile;

import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a record fit to be stored and computes what identifies it and its content. Reusable; not thread-safe. */
public final class Observer {
    private final JsonText text;
    private final Digests digests = new Digests();

    /** @param largest bytes that the canonical form of a record may have */
    public Observer(int largest) {
        text = JsonText.canonical(largest);
    }

    /** @return what a reference is known by */
    public Bits128 key(String ref) {
        text.restart().string(ref);
        return digests.of(text.out());
    }

    /**
     * @throws QuarantineException the record cannot be taken
     */
    public Observation observe(ResourceData given) throws QuarantineException {
        try {
            return fit(given);
        } catch (UnfitException e) {
            throw new QuarantineException(e.getMessage());
        } catch (RuntimeException e) {
            // a null where none may be, a value whose methods fail: one bad record never ends a run
            throw new QuarantineException("the record is broken: " + e);
        }
    }

    private Observation fit(ResourceData given) {
        Limits.checkRef(given.emsRef());
        Limits.check(given);
        List<String> warnings = List.of();
        ResourceData data = given;
        boolean knownState = ResourceState.of(given.state()).isPresent();
        if (!knownState || given.name().isBlank()) {
            data = rewrite(given);
        }
        if (!knownState) {
            warnings = and(warnings, given.emsRef() + ": state " + quote(given.state()) + " is unknown");
        }
        write(data);
        if (text.out().mended()) {
            data = rewrite(data);
            warnings = and(warnings, given.emsRef() + ": characters that cannot be stored were replaced");
            write(data);
        }
        Bits128 fingerprint = digests.of(text.out());
        int size = text.out().length();
        Map<String, Number> metrics = metrics(data);
        if (metrics.size() < data.metrics().size()) {
            warnings = and(warnings, given.emsRef() + ": metrics that are no numbers were left out");
        }
        return new Observation(data, fingerprint, fingerprint(metrics), size, warnings);
    }

    private void write(ResourceData data) {
        text.restart();
        Content.write(data, text);
    }

    /** @return the metrics that are numbers, with names that can be stored, in order */
    public static Map<String, Number> metrics(ResourceData data) {
        if (data.metrics().isEmpty()) {
            return Map.of();
        }
        Map<String, Number> metrics = new TreeMap<>();
        data.metrics().forEach((name, value) -> {
            if (Double.isFinite(value.doubleValue())
                    && name.length() <= 64
                    && Utf8.fit(name).equals(name)) {
                metrics.put(name, value.doubleValue());
            }
        });
        return metrics;
    }

    private long fingerprint(Map<String, Number> metrics) {
        if (metrics.isEmpty()) {
            return 0;
        }
        text.restart().value(metrics);
        long bits = digests.of(text.out()).high();
        return bits == 0 ? 1 : bits;
    }

    private static List<String> and(List<String> warnings, String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return more;
    }

    private static String quote(String word) {
        return "\"" + (word.length() > 64 ? word.substring(0, 64) + "…" : word) + "\"";
    }

    private static ResourceData rewrite(ResourceData from) {
        ResourceData.Builder to = ResourceData.of(from.emsRef(), from.resourceTypeSlug())
                .name(Utf8.fit(from.name().isBlank() ? from.emsRef() : from.name()))
                .description(Utf8.fit(from.description()))
                .canonicalId(Utf8.fit(from.canonicalId()))
                .vendorType(Utf8.fit(from.vendorType()))
                .state(ResourceState.of(from.state()).orElse(ResourceState.UNKNOWN))
                .powerState(Utf8.fit(from.powerState()))
                .region(Utf8.fit(from.region()))
                .availabilityZone(Utf8.fit(from.availabilityZone()))
                .cloudTenant(Utf8.fit(from.cloudTenant()))
                .flavor(Utf8.fit(from.flavor()))
                .fqdn(Utf8.fit(from.fqdn()))
                .osType(Utf8.fit(from.osType()))
                .osName(Utf8.fit(from.osName()))
                .ansibleHost(Utf8.fit(from.ansibleHost()))
                .ansibleConnection(Utf8.fit(from.ansibleConnection()))
                .inventoryGroup(Utf8.fit(from.inventoryGroup()))
                .ipAddresses(from.ipAddresses())
                .macAddresses(from.macAddresses())
                .properties(from.properties())
                .providerTags(from.providerTags());
        from.vendorIdentifiers().forEach(to::vendorIdentifier);
        from.metrics().forEach(to::metric);
        from.bootTime().ifPresent(to::bootTime);
        from.emsCreatedOn().ifPresent(to::emsCreatedOn);
        from.cpuCount().ifPresent(to::cpuCount);
        from.memoryMb().ifPresent(to::memoryMb);
        from.diskGb().ifPresent(to::diskGb);
        for (Relation relation : from.relationships()) {
            to.relation(relation.type(), Utf8.fit(relation.target()));
        }
        return to.build();
    }
}
