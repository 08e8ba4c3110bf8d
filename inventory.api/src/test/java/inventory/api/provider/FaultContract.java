package inventory.api.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A broken system is told by the right kind of failure, and never taken for an estate that shrank. */
abstract class FaultContract {
    protected abstract Subject subject() throws Exception;

    @Test
    void everyFaultIsShownOrExcused() throws Exception {
        Subject subject = subject();
        for (Fault fault : Fault.values()) {
            boolean excused =
                    subject.excuse(fault).filter(reason -> !reason.isBlank()).isPresent();
            assertTrue(
                    subject.scenario(fault).isPresent() != excused,
                    fault + " needs a scenario, or a reason why it never happens");
        }
    }

    @Test
    void aBadKeyIsRefusedByTheConnection() throws Exception {
        Subject subject = subject();
        Optional<Scenario> scenario = subject.scenario(Fault.BAD_KEY);
        if (scenario.isPresent()) {
            Reading reading = Reading.of(subject.provider(), scenario.get());
            assertEquals(
                    Optional.of(FailureKind.AUTHENTICATION),
                    reading.failedToConnect().map(ProviderException::kind));
        } else {
            Reading bare =
                    Reading.of(subject.provider(), subject.healthy().open().withoutKey());
            assertEquals(resources(healthy(subject)), resources(bare), "no key is needed, yet one is asked for");
        }
    }

    @Test
    void aRefusedConnectionIsUnreachable() throws Exception {
        assertTold(Fault.REFUSED_CONNECTION);
    }

    @Test
    void aThrottleIsThrottled() throws Exception {
        assertTold(Fault.THROTTLED);
    }

    @Test
    void aThrottleTellsHowLongToWait() throws Exception {
        for (ProviderException failure : assertTold(Fault.THROTTLED_WITH_RETRY_AFTER)) {
            assertEquals(Optional.of(Fault.RETRY_AFTER), failure.retryAfter());
        }
    }

    @Test
    void aCutBodyIsNoAnswer() throws Exception {
        assertTold(Fault.CUT_BODY);
    }

    @Test
    void aLoginPageIsNoAnswer() throws Exception {
        assertTold(Fault.HTML_WITH_STATUS_200);
    }

    @Test
    void aRepeatedPageTokenIsNoListing() throws Exception {
        assertTold(Fault.REPEATED_PAGE_TOKEN);
    }

    @Test
    void aBrokenLaterPageIsNoListing() throws Exception {
        assertTold(Fault.BROKEN_LATER_PAGE);
    }

    @Test
    void aDeniedTypeIsToldAndTheRestIsRead() throws Exception {
        Subject subject = subject();
        Optional<Scenario> scenario = subject.scenario(Fault.DENIED_TYPE);
        if (scenario.isEmpty()) {
            return;
        }
        Reading reading = Reading.of(subject.provider(), scenario.get());
        List<FailureKind> kinds = new ArrayList<>();
        reading.failures().forEach(failure -> kinds.add(failure.kind()));
        reading.parts().forEach(part -> part.sink().notRead().values().forEach(notRead -> kinds.add(notRead.kind())));
        assertFalse(kinds.isEmpty(), "nobody was told of the denied type");
        assertEquals(Set.of(FailureKind.PERMISSION), Set.copyOf(kinds));
        assertFalse(reading.resources().isEmpty(), "one denied type took all others with it");
        assertNothingLost(healthy(subject), reading);
    }

    /** The fault must be told by one of its kinds, and whatever is stated to be complete must be so. */
    private List<ProviderException> assertTold(Fault fault) throws Exception {
        Subject subject = subject();
        Optional<Scenario> scenario = subject.scenario(fault);
        if (scenario.isEmpty()) {
            return List.of();
        }
        Reading reading = Reading.of(subject.provider(), scenario.get());
        assertFalse(reading.failures().isEmpty(), fault + " went unnoticed");
        for (ProviderException failure : reading.failures()) {
            assertTrue(fault.kinds().contains(failure.kind()), fault + " was told as " + failure.kind());
            assertFalse(failure.getMessage().isBlank(), fault + " was told without a message");
        }
        assertNothingLost(healthy(subject), reading);
        return reading.failures();
    }

    private static void assertNothingLost(Reading healthy, Reading faulty) {
        Map<String, Reading.Part> before = new LinkedHashMap<>();
        healthy.parts().forEach(part -> before.put(part.scope().id(), part));
        for (Reading.Part part : faulty.parts()) {
            Reading.Part complete = before.get(part.scope().id());
            if (part.failure().isEmpty() && complete != null) {
                Set<String> notRead = part.sink().notRead().keySet();
                assertEquals(
                        complete.listed(notRead).keySet(),
                        part.listed(notRead).keySet(),
                        "stated to be complete: " + part.scope().id());
            }
        }
    }

    private static Reading healthy(Subject subject) throws Exception {
        return Reading.of(subject.provider(), subject.healthy());
    }

    private static Map<String, ResourceData> resources(Reading reading) {
        return reading.resources().stream().collect(Collectors.toMap(ResourceData::emsRef, resource -> resource));
    }
}
