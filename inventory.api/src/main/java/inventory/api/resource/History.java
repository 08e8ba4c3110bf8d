package inventory.api.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The life of one resource. The timeline is ascending. */
public record History(Identity identity, Tracking tracking, Summary summary, List<Moment> timeline) {
    /** Which resource. */
    public record Identity(
            UUID id, String name, String canonicalId, String emsRef, Map<String, Object> vendorIdentifiers) {}

    /** Since when, until when, how often. */
    public record Tracking(Instant firstDiscoveredAt, Instant lastSeenAt, long seenCount) {}

    /**
     * Over all sightings.
     *
     * @param statesObserved each once, in order of first appearance
     */
    public record Summary(long totalSightings, List<String> statesObserved, Range cpu, Range memoryMb, Range diskGb) {}

    /** Absent where no sighting had a value. */
    public record Range(Optional<Double> avg, Optional<Long> min, Optional<Long> max) {}

    /** One sighting. */
    public record Moment(
            Instant seenAt,
            String state,
            String powerState,
            Optional<Integer> cpuCount,
            Optional<Long> memoryMb,
            Optional<Long> diskGb,
            Map<String, Object> metrics,
            UUID collectionRun) {}
}
