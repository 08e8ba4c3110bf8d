package inventory.api.resource;

import java.time.Instant;
import java.util.UUID;

/** One sample that a provider delivered. A value that did not change since the last sample is not stored again. */
public record Metric(
        UUID id, UUID resource, UUID collectionRun, Instant timestamp, String metricType, double value, String unit) {}
