package provider.internal.machine;

import inventory.api.InvalidInputException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A machine that is kept by hand.
 *
 * @param id stays the same as long as it is kept
 * @param provider the record it belongs to
 * @param version 1, and one more with each change
 * @param facts those that are known, each as its rule writes it
 * @param tags what people put on it, and {@link #PLACE_TAGS}
 */
public record Machine(
        String id,
        UUID provider,
        long version,
        Map<Fact, String> facts,
        Map<String, String> tags,
        Instant created,
        Instant modified) {
    /** Tags that tell where it stands; they follow from the facts. */
    public static final Set<String> PLACE_TAGS = Set.of("AZ", "SHORT_AZ", "REGION");

    private static final Map<Fact, String> DEFAULTS = Map.of(Fact.DATACENTER, "internal", Fact.AVAILABILITY_ZONE, "1");

    public Machine {
        facts = Map.copyOf(facts);
        tags = Map.copyOf(tags);
    }

    /** @throws InvalidInputException the type is missing, or something breaks a rule */
    public static Machine of(String id, UUID provider, Change change, Instant now) {
        return new Machine(id, provider, 0, Map.of(), Map.of(), now, now).altered(change, now);
    }

    /**
     * @return this very machine if that is no difference
     * @throws InvalidInputException something breaks a rule
     */
    public Machine altered(Change change, Instant now) {
        Change clean = change.cleaned();
        Map<Fact, String> next = new EnumMap<>(Fact.class);
        next.putAll(change.replace() ? Map.of() : facts);
        next.putAll(clean.facts());
        next.values().removeIf(String::isEmpty);
        if (!next.containsKey(Fact.TYPE)) {
            throw InvalidInputException.of("type", "This field is required: one of vm, container, baremetal.");
        }
        DEFAULTS.forEach(next::putIfAbsent);
        next.putIfAbsent(Fact.NAME, id);
        Map<String, String> labels = new TreeMap<>(clean.tags().orElse(change.replace() ? Map.of() : tags));
        String datacenter = next.get(Fact.DATACENTER);
        String zone = next.get(Fact.AVAILABILITY_ZONE);
        labels.putAll(Map.of("AZ", datacenter + zone, "SHORT_AZ", zone, "REGION", datacenter));
        boolean same = next.equals(facts) && labels.equals(tags);
        return same ? this : new Machine(id, provider, version + 1, next, labels, created, now);
    }

    /** @return the fact; empty if it is not known */
    public String get(Fact fact) {
        return facts.getOrDefault(fact, "");
    }
}
