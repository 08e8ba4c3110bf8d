package provider.leaseweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.action.ActionResult;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.http.HttpCalls;
import inventory.api.provider.FailureKind;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import provider.leaseweb.client.LeasewebClient;

class ServerActionsTest {
    private static final String ID = "100001";
    private static final String PATH = "servers/" + ID;

    private final RecordingProgress progress = new RecordingProgress();
    private FakeLeaseweb leaseweb;
    private FakeServer server;

    @BeforeEach
    void start() throws Exception {
        leaseweb = FakeLeaseweb.with(3);
        server = leaseweb.server(ID);
    }

    @AfterEach
    void stop() {
        leaseweb.close();
    }

    @Test
    void powerIsTurnedAndSeenToBe() throws Exception {
        assertEquals(Map.of("power", "off"), perform("power-off", Map.of()).details());
        assertFalse(server.on);
        assertEquals("Server 100001 is on.", perform("power-on", Map.of()).message());
        assertTrue(server.on);
        perform("power-cycle", Map.of());
        assertEquals(
                List.of("POST " + PATH + "/powerOff", "POST " + PATH + "/powerOn", "POST " + PATH + "/powerCycle"),
                leaseweb.changes());
        assertFalse(progress.unsettled());
    }

    @Test
    void powerThatDoesNotMoveIsTold() {
        server.stuck = true;
        ProviderException failure = refused("power-off", Map.of());
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertTrue(failure.getMessage().contains("after 120 s it is still on"), failure.getMessage());
        assertEquals(24, progress.pauses().size());
        assertEquals(1, leaseweb.changes().size());
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED, THROTTLED", "CUT, UNREACHABLE"})
    void aChangeThatFailsIsNotRepeated(FakeLeaseweb.Mishap mishap, FailureKind kind) {
        leaseweb.next(mishap);
        ProviderException failure = refused("power-off", Map.of());
        assertEquals(kind, failure.kind());
        assertTrue(progress.unsettled());
        assertEquals(1, leaseweb.changes().size());
        assertEquals(mishap == FakeLeaseweb.Mishap.THROTTLED, server.on);
    }

    @Test
    void aRefusalIsTold() {
        leaseweb.remove(ID);
        ProviderException failure = refused("power-cycle", Map.of());
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertTrue(failure.getMessage().contains("answered 404"), failure.getMessage());
    }

    @Test
    void aBootFileIsLeasedAndBooted() throws Exception {
        Map<String, Object> parameters =
                Map.of("bootfile", "http://192.0.2.1/boot.ipxe", "hostname", "web", "power_cycle", true);
        perform("pxe-boot", parameters);
        assertEquals(
                "http://192.0.2.1/boot.ipxe",
                server.leases.get(0).get("bootfile").asText());
        assertEquals("web", server.leases.get(0).get("hostname").asText());
        assertEquals("POST " + PATH + "/powerCycle", leaseweb.changes().get(1));
        perform("pxe-boot-end", Map.of());
        assertEquals(List.of(), server.leases);
        perform("pxe-boot", Map.of("bootfile", "tftp://192.0.2.1/x", "power_cycle", false));
        assertEquals(4, leaseweb.changes().size());
    }

    @Test
    void aBootFileThatIsNoUrlChangesNothing() {
        assertTrue(refused("pxe-boot", Map.of("bootfile", "boot.ipxe"))
                .getMessage()
                .contains("must be a URL"));
        assertEquals(List.of(), leaseweb.changes());
        assertFalse(progress.unsettled());
    }

    @Test
    void theReferenceIsSetOrMadeOfTheNumber() throws Exception {
        perform("set-reference", Map.of("reference", "web \"1\""));
        assertEquals("web \"1\"", server.brief().at("/contract/reference").asText());
        perform("set-reference", Map.of());
        assertEquals("lsw-100001", server.brief().at("/contract/reference").asText());
    }

    @Test
    void theRunningJobIsCancelled() throws Exception {
        assertTrue(refused("cancel-job", Map.of()).getMessage().contains("nothing to cancel"));
        String uuid = server.job("install", "DEBIAN_12_64BIT").get("uuid").asText();
        assertEquals(Map.of("job", uuid), perform("cancel-job", Map.of()).details());
        assertEquals(1, leaseweb.changes().size());
        assertTrue(server.running().isEmpty());
    }

    @Test
    void jobsAreTold() throws Exception {
        server.job("rescueMode", "");
        ActionResult result = perform("jobs", Map.of());
        assertEquals("Server 100001 has had 2 jobs.", result.message());
        List<?> jobs = (List<?>) result.details().get("jobs");
        assertEquals("FINISHED", ((Map<?, ?>) jobs.get(0)).get("status"));
        assertEquals("rescueMode", ((Map<?, ?>) jobs.get(1)).get("type"));
        assertEquals(List.of(), leaseweb.changes());
    }

    @Test
    void aJobIsFollowedToItsEnd() throws Exception {
        Map<String, Object> parameters = Map.of("operating_system", "DEBIAN_12_64BIT");
        ActionResult result = perform("install", parameters);
        assertEquals("Server 100001 is installed with DEBIAN_12_64BIT.", result.message());
        assertEquals(server.jobs.get(1).get("uuid").asText(), result.details().get("job"));
        assertEquals(
                List.of("50 partition the disks", "100 partition the disks"),
                progress.steps().subList(1, 3));
        assertEquals(List.of(Duration.ofSeconds(15), Duration.ofSeconds(15)), progress.pauses());
        assertFalse(progress.unsettled());
    }

    @Test
    void aLookThatFailsIsTakenAgain() throws Exception {
        server.brokenLooks = 4;
        perform("install", Map.of("operating_system", "DEBIAN_12_64BIT"));
        assertEquals(4 + 2, progress.pauses().size());
        assertEquals(1, leaseweb.changes().size());
    }

    @Test
    void aJobThatFailsIsToldWithItsReason() {
        server.end = "FAILED";
        ProviderException failure = refused("install", Map.of("operating_system", "DEBIAN_12_64BIT"));
        assertTrue(
                failure.getMessage().endsWith("ended as FAILED: partition the disks – no disk was found."),
                failure.getMessage());
        assertFalse(progress.unsettled());
    }

    @Test
    void aJobThatCannotBeSeenAnyMoreIsGivenUpAfterAWhile() throws Exception {
        String uuid = server.job("install", "DEBIAN_12_64BIT").get("uuid").asText();
        leaseweb.breaksWith(Fault.THROTTLED_WITH_RETRY_AFTER);
        ProviderException failure =
                assertThrows(ProviderException.class, () -> follower().follow(uuid));
        assertEquals(FailureKind.THROTTLED, failure.kind());
        assertTrue(failure.getMessage().startsWith("Job " + uuid + " was begun and cannot be followed"));
        assertEquals(
                List.of(7L, 7L, 7L, 7L),
                progress.pauses().stream().map(Duration::toSeconds).toList());
    }

    @Test
    void anInstallationWhoseAnswerIsCutIsUnsettledAndSentOnce() {
        leaseweb.next(FakeLeaseweb.Mishap.CUT);
        assertEquals(
                FailureKind.UNREACHABLE,
                refused("install", Map.of("operating_system", "DEBIAN_12_64BIT"))
                        .kind());
        assertTrue(progress.unsettled());
        assertEquals(2, server.jobs.size());
        assertTrue(refused("install", Map.of("operating_system", "DEBIAN_12_64BIT"))
                .getMessage()
                .contains("wait for its end or cancel it first"));
        assertEquals(1, leaseweb.changes().size());
    }

    private JobFollower follower() throws ProviderException {
        LeasewebSettings settings = LeasewebSettings.of(leaseweb.context());
        return new JobFollower(
                new LeasewebClient(
                        new HttpCalls(leaseweb.context(), settings.limit()), settings.url(), settings.apiKey()),
                ID,
                progress);
    }

    private ActionResult perform(String action, Map<String, Object> parameters) throws Exception {
        ResourceActions connection = (ResourceActions) FakeLeaseweb.provider().connect(leaseweb.context());
        return connection.perform(Targets.request(action, ID, "bare_metal", parameters), progress);
    }

    private ProviderException refused(String action, Map<String, Object> parameters) {
        return assertThrows(ProviderException.class, () -> perform(action, parameters));
    }
}
