package inventory.api.resource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * That a resource was seen by a run, and how it looked. Not stored as such: it follows from intervals and readings.
 *
 * @param id stable: made from resource and run
 * @param metrics the newest sample at that time; empty if none was ever delivered
 */
public record Sighting(
        UUID id,
        UUID resource,
        String resourceName,
        UUID collectionRun,
        Instant seenAt,
        String state,
        String powerState,
        Optional<Integer> cpuCount,
        Optional<Long> memoryMb,
        Optional<Long> diskGb,
        Map<String, Object> metrics) {}
