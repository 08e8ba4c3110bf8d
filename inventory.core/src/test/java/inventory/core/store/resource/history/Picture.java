package inventory.core.store.resource.history;

import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can be known of a provider, as texts that are easy to compare. */
record Picture(
        Map<String, String> resources,
        TreeSet<String> sightings,
        List<String> drifts,
        TreeSet<String> edges,
        List<List<String>> feed) {

    /** Draws it from the model. Edges only where all ends of runs were seen. */
    static Picture of(ModelProvider provider, ModelProvider other, List<List<String>> feed) {
        Map<String, String> resources = new TreeMap<>();
        TreeSet<String> sightings = new TreeSet<>();
        TreeSet<String> edges = new TreeSet<>();
        provider.things.forEach((ref, thing) -> {
            resources.put(ref, describe(provider, thing));
            thing.sights.forEach((run, sight) -> sightings.add(ref + " in " + run + " " + sight.state()));
            if (!thing.gone) {
                thing.data
                        .relationships()
                        .forEach(edge -> edges.add(ref + " " + edge.type().slug() + " " + edge.target() + " = "
                                + target(provider, other, edge).orElse("?")));
            }
        });
        boolean resolved = provider.edgesResolved && other.edgesResolved;
        return new Picture(
                resources,
                sightings,
                provider.drifts.stream().sorted().toList(),
                resolved ? edges : new TreeSet<>(),
                feed);
    }

    private static String describe(ModelProvider provider, Thing thing) {
        ResourceData data = thing.data;
        return String.join(
                " | ",
                thing.gone ? "gone" : "there",
                thing.lane,
                data.resourceTypeSlug(),
                data.name().isEmpty() ? data.emsRef() : data.name(),
                thing.gone ? "decommissioned" : data.state(),
                data.canonicalId(),
                data.cpuCount().map(Object::toString).orElse(""),
                "seen " + thing.sights.size(),
                "first " + thing.discovered,
                "last " + provider.lastSeen(thing),
                "samples " + thing.samples.size());
    }

    private static Optional<String> target(ModelProvider provider, ModelProvider other, Relation edge) {
        Thing own = provider.things.get(edge.target());
        if (own != null && !own.gone) {
            return Optional.of(provider.name + "/" + edge.target());
        }
        return Optional.ofNullable(other).stream()
                .flatMap(there -> there.things.values().stream())
                .filter(thing -> !thing.gone && Objects.equals(thing.data.canonicalId(), edge.target()))
                .map(thing -> other.name + "/" + thing.data.emsRef())
                .findFirst();
    }
}
