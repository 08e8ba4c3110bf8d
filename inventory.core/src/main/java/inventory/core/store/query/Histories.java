package inventory.core.store.query;

import inventory.api.resource.History;
import inventory.api.resource.Resource;
import inventory.api.resource.Sighting;
import inventory.core.store.dialect.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.Function;

/** Tells the life of a resource from its sightings. */
final class Histories {
    private Histories() {}

    static History of(Connection connection, Resource resource) throws SQLException {
        List<Sighting> sightings = Samples.complete(
                connection,
                Statements.list(connection, Sql.of(SightingTable.OF_RESOURCE, resource.id()), SightingTable::sighting));
        return new History(
                new History.Identity(
                        resource.id(),
                        resource.name(),
                        resource.canonicalId(),
                        resource.emsRef(),
                        resource.vendorIdentifiers()),
                new History.Tracking(resource.firstDiscoveredAt(), resource.lastSeenAt(), resource.seenCount()),
                summary(sightings),
                sightings.stream().map(Histories::moment).toList());
    }

    private static History.Summary summary(List<Sighting> sightings) {
        return new History.Summary(
                sightings.size(),
                sightings.stream().map(Sighting::state).distinct().toList(),
                range(sightings, sighting -> sighting.cpuCount().map(Integer::longValue)),
                range(sightings, Sighting::memoryMb),
                range(sightings, Sighting::diskGb));
    }

    private static History.Range range(List<Sighting> sightings, Function<Sighting, Optional<Long>> field) {
        LongSummaryStatistics values = sightings.stream()
                .map(field)
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .summaryStatistics();
        return values.getCount() == 0
                ? new History.Range(Optional.empty(), Optional.empty(), Optional.empty())
                : new History.Range(
                        Optional.of(values.getAverage()), Optional.of(values.getMin()), Optional.of(values.getMax()));
    }

    private static History.Moment moment(Sighting sighting) {
        return new History.Moment(
                sighting.seenAt(),
                sighting.state(),
                sighting.powerState(),
                sighting.cpuCount(),
                sighting.memoryMb(),
                sighting.diskGb(),
                sighting.metrics(),
                sighting.collectionRun());
    }
}
