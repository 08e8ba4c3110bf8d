package inventory.api.provider;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A system that answers everything is read completely, the same each time, with few calls. */
abstract class HealthyContract {
    protected abstract Subject subject() throws Exception;

    @Test
    void somethingIsRead() throws Exception {
        Reading reading = healthyReading(subject());
        assertEquals(List.of(), reading.failures(), "failures of a healthy system");
        assertFalse(reading.resources().isEmpty(), "no resource at all was read");
        assertTrue(
                reading.parts().stream().allMatch(part -> part.sink().notRead().isEmpty()),
                "types not read in a healthy system");
    }

    @Test
    void sameRepliesGiveSameResources() throws Exception {
        Subject subject = subject();
        assertEquals(byScope(healthyReading(subject)), byScope(healthyReading(subject)));
    }

    @Test
    void scopesMayBeReadInParallel() throws Exception {
        Subject subject = subject();
        Map<String, Map<String, ResourceData>> oneByOne = byScope(healthyReading(subject));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        ProviderConnection connection =
                subject.provider().connect(subject.healthy().open());
        try {
            Map<String, Future<Reading.Part>> parts = new LinkedHashMap<>();
            for (Scope scope : connection.scopes()) {
                parts.put(scope.id(), threads.submit(() -> Reading.read(connection, scope)));
            }
            Map<String, Map<String, ResourceData>> together = new LinkedHashMap<>();
            for (Map.Entry<String, Future<Reading.Part>> part : parts.entrySet()) {
                together.put(part.getKey(), part.getValue().get().listed(Set.of()));
            }
            assertEquals(oneByOne, together);
        } finally {
            threads.shutdownNow();
            connection.close();
        }
    }

    @Test
    void aScopeMayBeReadAgain() throws Exception {
        Subject subject = subject();
        ProviderConnection connection =
                subject.provider().connect(subject.healthy().open());
        try {
            for (Scope scope : connection.scopes()) {
                Map<String, ResourceData> first =
                        Reading.read(connection, scope).listed(Set.of());
                assertEquals(first, Reading.read(connection, scope).listed(Set.of()), scope.id());
            }
        } finally {
            connection.close();
        }
    }

    @Test
    void aTargetedReadingLosesNothingOfItsType() throws Exception {
        Subject subject = subject();
        Reading full = healthyReading(subject);
        String type = full.resources().get(0).resourceTypeSlug();
        Reading targeted =
                Reading.of(subject.provider(), subject.healthy().open().targeting(type));
        assertEquals(List.of(), targeted.failures());
        assertEquals(ofType(full, type), ofType(targeted, type));
    }

    @Test
    void callsStayWithinTheBudget() throws Exception {
        Subject subject = subject();
        Reading reading = healthyReading(subject);
        int calls = reading.context().calls();
        assertAll(
                () -> assertTrue(
                        calls <= subject.mostCalls(),
                        calls + " calls for " + reading.resources().size() + " resources, at most "
                                + subject.mostCalls() + " were agreed"),
                () -> subject.callsReceived()
                        .ifPresent(counter -> assertEquals(
                                counter.getAsInt(), calls, "calls received and permits asked for differ")));
    }

    private static Reading healthyReading(Subject subject) throws Exception {
        return Reading.of(subject.provider(), subject.healthy());
    }

    private static Map<String, Map<String, ResourceData>> byScope(Reading reading) {
        Map<String, Map<String, ResourceData>> all = new LinkedHashMap<>();
        reading.parts().forEach(part -> all.put(part.scope().id(), part.listed(Set.of())));
        return all;
    }

    private static List<ResourceData> ofType(Reading reading, String type) {
        List<ResourceData> found = new ArrayList<>(reading.resources());
        found.removeIf(resource -> !resource.resourceTypeSlug().equals(type));
        return found;
    }
}
