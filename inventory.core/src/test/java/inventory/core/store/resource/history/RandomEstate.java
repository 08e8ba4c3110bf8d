package inventory.core.store.resource.history;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** An outside system that changes by chance. */
final class RandomEstate {
    static final List<String> TYPES = List.of("virtual_machine", "subnet");
    static final List<String> SCOPES = List.of("north", "east", "south");
    private static final List<String> STATES = List.of("active", "running", "stopped", "error");
    private static final int SIZE = 24;
    private static final List<RelationshipType> RELATIONS =
            List.of(RelationshipType.PART_OF, RelationshipType.RUNS_ON, RelationshipType.CONNECTED_TO);

    private final String name;
    private final Random dice;
    private final Map<String, Place> places = new TreeMap<>();

    private record Place(String scope, ResourceData data) {}

    RandomEstate(String name, Random dice) {
        this.name = name;
        this.dice = dice;
    }

    /** Lets some things appear, change, move, vanish. */
    void change() {
        for (int i = 0; i < SIZE; i++) {
            String ref = "r" + i;
            Place place = places.get(ref);
            int fate = dice.nextInt(20);
            if (place == null && fate < 8) {
                places.put(ref, new Place(pick(SCOPES), describe(ref, Optional.empty())));
            } else if (place != null && fate < 3) {
                places.put(ref, new Place(place.scope(), describe(ref, Optional.of(place.data()))));
            } else if (place != null && fate == 3) {
                places.put(ref, new Place(pick(SCOPES), place.data()));
            } else if (place != null && fate < 6) {
                places.remove(ref);
            }
        }
    }

    /** What a reading of the scope lists: in any order, numbers as one type or the other. */
    List<ResourceData> list(String scope) {
        List<ResourceData> records = new ArrayList<>();
        places.values().stream()
                .filter(place -> place.scope().equals(scope))
                .forEach(place -> records.add(shuffled(place.data())));
        for (int i = dice.nextInt(4); i > 0; i--) {
            records.add(oddRecord());
        }
        Collections.shuffle(records, dice);
        return records;
    }

    /** A duplicate, a bad record of a known or an unknown reference. */
    private ResourceData oddRecord() {
        String ref = "r" + dice.nextInt(SIZE);
        return switch (dice.nextInt(3)) {
            case 0 -> ResourceData.of(ref, pick(TYPES)).region("x".repeat(200)).build();
            case 1 -> ResourceData.of(ref, "no_such_type").build();
            default ->
                places.containsKey(ref)
                        ? shuffled(places.get(ref).data())
                        : ResourceData.of("", pick(TYPES)).build();
        };
    }

    /** Another description; of what was there before mostly one field is another one. */
    private ResourceData describe(String ref, Optional<ResourceData> before) {
        ResourceData old = before.orElseGet(() -> random(ref));
        ResourceData other = random(ref);
        int field = before.isEmpty() ? -1 : dice.nextInt(8);
        ResourceData.Builder data = ResourceData.of(ref, field == 0 ? other.resourceTypeSlug() : old.resourceTypeSlug())
                .name(field == 1 ? other.name() : old.name())
                .state(field == 2 ? other.state() : old.state())
                .canonicalId(field == 3 ? other.canonicalId() : old.canonicalId())
                .cpuCount((field == 4 ? other : old).cpuCount().orElse(null))
                .properties(field == 5 ? other.properties() : old.properties())
                .ipAddresses(field == 6 ? other.ipAddresses() : old.ipAddresses());
        (field == 7 ? other : old).relationships().forEach(edge -> data.relation(edge.type(), edge.target()));
        metrics().forEach(data::metric);
        return data.build();
    }

    private ResourceData random(String ref) {
        ResourceData.Builder data = ResourceData.of(ref, pick(TYPES))
                .name("name " + dice.nextInt(5))
                .state(pick(STATES))
                .canonicalId(dice.nextBoolean() ? "" : "c-" + name + "-" + ref + "-" + dice.nextInt(2))
                .cpuCount(dice.nextInt(3))
                .property("number", dice.nextInt(3))
                .property("list", List.of(dice.nextInt(2), "b", Map.of("k", dice.nextInt(2))));
        for (int i = dice.nextInt(4); i > 0; i--) {
            data.ipAddress("10.0.0." + dice.nextInt(4));
        }
        for (int i = dice.nextInt(3); i > 0; i--) {
            data.relation(pick(RELATIONS), target());
        }
        return data.build();
    }

    /** Something of this estate, or what may be one of the other. */
    private String target() {
        String ref = "r" + dice.nextInt(SIZE);
        String other = name.equals("one") ? "two" : "one";
        return dice.nextInt(3) > 0 ? ref : "c-" + other + "-" + ref + "-" + dice.nextInt(2);
    }

    private Map<String, Number> metrics() {
        return dice.nextInt(3) > 0 ? Map.of() : Map.of("load", dice.nextInt(3) + 0.5);
    }

    private ResourceData shuffled(ResourceData data) {
        List<String> addresses = new ArrayList<>(data.ipAddresses());
        Collections.shuffle(addresses, dice);
        ResourceData.Builder copy = ResourceData.of(data.emsRef(), data.resourceTypeSlug())
                .name(data.name())
                .state(data.state())
                .canonicalId(data.canonicalId())
                .cpuCount(data.cpuCount().orElse(null))
                .properties(data.properties())
                .ipAddresses(addresses);
        if (dice.nextBoolean()) {
            copy.property("number", ((Number) data.properties().get("number")).doubleValue());
        }
        data.metrics().forEach(copy::metric);
        data.relationships().forEach(edge -> copy.relation(edge.type(), edge.target()));
        return copy.build();
    }

    private <T> T pick(List<T> all) {
        return all.get(dice.nextInt(all.size()));
    }
}
