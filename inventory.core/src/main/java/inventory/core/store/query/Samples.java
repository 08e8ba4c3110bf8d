package inventory.core.store.query;

import inventory.api.resource.Sighting;
import inventory.core.store.dialect.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Gives sightings the metric samples that were the newest at their time. */
final class Samples {
    /** Those between the first and the last sighting, and before them the newest of each metric. */
    private static final String NEWEST = """
            SELECT m.resource_id, m.sampled_at, m.metric_type, m.value_float
              FROM resource_metric m
             WHERE m.resource_id IN %1$s AND m.sampled_at > ? AND m.sampled_at <= ?
            UNION ALL
            SELECT m.resource_id, m.sampled_at, m.metric_type, m.value_float
              FROM resource_metric m
              JOIN (SELECT x.resource_id, x.metric_type, MAX(x.sampled_at) AS newest FROM resource_metric x
                     WHERE x.resource_id IN %1$s AND x.sampled_at <= ? GROUP BY x.resource_id, x.metric_type) n
                ON m.resource_id = n.resource_id AND m.metric_type = n.metric_type AND m.sampled_at = n.newest
             ORDER BY 2""";

    private record Sample(UUID resource, Instant at, String metric, double value) {}

    private Samples() {}

    static List<Sighting> complete(Connection connection, List<Sighting> sightings) throws SQLException {
        if (sightings.isEmpty()) {
            return sightings;
        }
        List<Instant> times = sightings.stream().map(Sighting::seenAt).sorted().toList();
        List<UUID> resources =
                sightings.stream().map(Sighting::resource).distinct().toList();
        Map<UUID, List<Sample>> samples = new HashMap<>();
        for (Sample sample : read(connection, resources, times.get(0), times.get(times.size() - 1))) {
            samples.computeIfAbsent(sample.resource(), id -> new ArrayList<>()).add(sample);
        }
        return sightings.stream()
                .map(sighting -> with(sighting, samples.getOrDefault(sighting.resource(), List.of())))
                .toList();
    }

    private static List<Sample> read(Connection connection, List<UUID> resources, Instant from, Instant to)
            throws SQLException {
        List<Object> values = new ArrayList<>(resources);
        values.add(from.atOffset(ZoneOffset.UTC));
        values.add(to.atOffset(ZoneOffset.UTC));
        values.addAll(resources);
        values.add(from.atOffset(ZoneOffset.UTC));
        String text = NEWEST.formatted(Comparison.list(resources).text());
        return Statements.list(
                connection,
                new Sql(text, values),
                row -> new Sample(
                        row.uuid("resource_id"),
                        row.instant("sampled_at"),
                        row.text("metric_type"),
                        row.real("value_float")));
    }

    private static Sighting with(Sighting sighting, List<Sample> samples) {
        Map<String, Object> metrics = new TreeMap<>();
        samples.stream()
                .filter(sample -> !sample.at().isAfter(sighting.seenAt()))
                .forEach(sample -> metrics.put(sample.metric(), sample.value()));
        return new Sighting(
                sighting.id(),
                sighting.resource(),
                sighting.resourceName(),
                sighting.collectionRun(),
                sighting.seenAt(),
                sighting.state(),
                sighting.powerState(),
                sighting.cpuCount(),
                sighting.memoryMb(),
                sighting.diskGb(),
                Collections.unmodifiableMap(metrics));
    }
}
