package inventory.core.store.resource.history;

import inventory.api.resource.ResourceData;
import inventory.core.store.resource.history.Thing.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules of a run, written as plainly as possible: no fingerprints, no intervals, no sets of rows. */
final class ModelRun {
    private final ModelProvider provider;
    private final int number;
    private final Map<String, Attempt> claims = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> sheltered = new HashSet<>();
    private final Set<String> complete = new TreeSet<>();

    ModelRun(ModelProvider provider, int number) {
        this.provider = provider;
        this.number = number;
    }

    Attempt open(String scope, Set<String> types, Instant at) {
        return new Attempt(scope, types, at);
    }

    Set<String> removable() {
        Set<String> refs = new TreeSet<>();
        provider.things.forEach((ref, thing) -> {
            if (complete.contains(thing.lane) && !thing.gone && !seen.contains(ref) && !sheltered.contains(ref)) {
                refs.add(ref);
            }
        });
        return refs;
    }

    long present() {
        return provider.things.values().stream().filter(thing -> !thing.gone).count();
    }

    /** @return how many were removed */
    int finish(boolean remove) {
        List<String> batch = new ArrayList<>();
        Set<String> removed = remove ? removable() : Set.of();
        for (String ref : removed) {
            provider.things.get(ref).gone = true;
            provider.drift(number, ref, "deleted", List.of());
            batch.add("VANISHED " + provider.name + "/" + ref);
        }
        provider.publish(batch);
        provider.resolved();
        return removed.size();
    }

    /** One attempt at a scope. */
    final class Attempt {
        private final String scope;
        private final Set<String> types;
        private final Instant at;
        private final Map<String, ResourceData> accepted = new TreeMap<>();
        private final Set<String> quarantined = new HashSet<>();
        private final Set<String> notRead = new HashSet<>();
        private final List<String> batch = new ArrayList<>();
        private boolean dead;
        int quarantinedCount;
        int created;
        int updated;
        int unchanged;

        Attempt(String scope, Set<String> types, Instant at) {
            this.scope = scope;
            this.types = types;
            this.at = at;
        }

        void accept(ResourceData data) {
            if (!RandomEstate.TYPES.contains(data.resourceTypeSlug())) {
                quarantine(data);
                return;
            }
            if (!types.contains(data.resourceTypeSlug())) {
                return;
            }
            Attempt owner = claims.get(data.emsRef());
            boolean bad = data.emsRef().isEmpty() || data.region().length() > 128;
            if (bad || (owner != null && !owner.dead)) {
                quarantine(data);
                return;
            }
            claims.put(data.emsRef(), this);
            accepted.put(data.emsRef(), data);
        }

        private void quarantine(ResourceData data) {
            quarantinedCount++;
            quarantined.add(data.emsRef());
        }

        void notRead(String type) {
            notRead.add(type);
        }

        void abandon() {
            dead = true;
        }

        void commit() {
            Set<String> read = new TreeSet<>();
            for (String type : types) {
                if (!notRead.contains(type)) {
                    read.add(scope + "/" + type);
                }
            }
            read.forEach(lane -> provider.read(lane, number, at));
            accepted.values().forEach(this::see);
            provider.publish(batch);
            seen.addAll(accepted.keySet());
            sheltered.addAll(quarantined);
            complete.addAll(read);
            provider.things.forEach((ref, thing) -> {
                if (read.contains(thing.lane) && !seen.contains(ref)) {
                    thing.sights.remove(number);
                }
            });
        }

        private void see(ResourceData data) {
            String lane = scope + "/" + data.resourceTypeSlug();
            String ref = data.emsRef();
            Thing thing = provider.things.get(ref);
            List<String> differences = List.of();
            if (thing == null) {
                thing = new Thing();
                thing.discovered = at;
                provider.things.put(ref, thing);
                created++;
                batch.add("APPEARED " + provider.name + "/" + ref);
                write(thing, lane);
            } else if (thing.gone) {
                updated++;
                provider.drift(number, ref, "restored", List.of());
                batch.add("RESTORED " + provider.name + "/" + ref);
                write(thing, lane);
            } else {
                differences = thing.differences(data);
                seeAgain(thing, data, differences, lane);
            }
            thing.gone = false;
            thing.data = data;
            thing.lane = lane;
            if (provider.hasRead(lane, number)) {
                thing.sights.put(number, new Sight(lane, data.state()));
            }
            sample(thing, data.metrics());
        }

        private void seeAgain(Thing thing, ResourceData data, List<String> differences, String lane) {
            if (differences.isEmpty()) {
                unchanged++;
            } else {
                updated++;
                provider.drift(number, data.emsRef(), "modified", differences);
                batch.add("ALTERED " + provider.name + "/" + data.emsRef());
            }
            if (!differences.isEmpty() || !thing.lane.equals(lane)) {
                write(thing, lane);
            }
        }

        private void write(Thing thing, String lane) {
            thing.written = at;
            if (!lane.equals(thing.lane)) {
                thing.sights.remove(number);
            }
        }

        private void sample(Thing thing, Map<String, Number> metrics) {
            List<Map<String, Number>> samples = thing.samples;
            if (!metrics.isEmpty()
                    && (samples.isEmpty() || !samples.get(samples.size() - 1).equals(metrics))) {
                samples.add(metrics);
            }
        }
    }
}
