package inventory.core.store.resource.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A provider of the plain model. */
final class ModelProvider {
    final String name;
    final Map<String, Thing> things = new TreeMap<>();
    final List<String> drifts = new ArrayList<>();

    /** Whether the end of a run has looked at everything that changed. */
    boolean edgesResolved = true;

    private final List<List<String>> feed;
    private final Map<String, Map<Integer, Instant>> readings = new TreeMap<>();

    /** @param feed of all providers */
    ModelProvider(String name, List<List<String>> feed) {
        this.name = name;
        this.feed = feed;
    }

    void read(String lane, int run, Instant at) {
        readings.computeIfAbsent(lane, unknown -> new TreeMap<>()).put(run, at);
    }

    boolean hasRead(String lane, int run) {
        return readings.getOrDefault(lane, Map.of()).containsKey(run);
    }

    void drift(int run, String ref, String type, List<String> fields) {
        drifts.add(run + " " + ref + " " + type + " " + fields.stream().sorted().collect(Collectors.joining(",")));
    }

    void publish(List<String> batch) {
        if (!batch.isEmpty()) {
            feed.add(batch.stream().sorted().toList());
            edgesResolved = false;
        }
    }

    void resolved() {
        edgesResolved = true;
    }

    Instant lastSeen(Thing thing) {
        Instant last = thing.written;
        for (Map.Entry<Integer, Thing.Sight> sight : thing.sights.entrySet()) {
            Instant at = readings.get(sight.getValue().lane()).get(sight.getKey());
            last = at.isAfter(last) ? at : last;
        }
        return last;
    }
}
