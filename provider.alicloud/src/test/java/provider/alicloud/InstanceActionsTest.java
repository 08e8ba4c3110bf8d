package provider.alicloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.action.ActionRequest;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.FailureKind;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderException;
import inventory.api.resource.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the server that remembers what is done to its instances. */
class InstanceActionsTest {
    private final RecordingProgress progress = new RecordingProgress();
    private FakeAlicloud platform;
    private ResourceActions connection;

    @BeforeEach
    void start() throws Exception {
        platform = new FakeAlicloud();
        platform.estate().with("DescribeInstances", "cn-hangzhou", Samples.many(2, Samples::instance));
        connection = (ResourceActions)
                new EcsProvider().connect(platform.server().context().with("regions", List.of("cn-hangzhou")));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aStoppedInstanceIsStartedAndFollowed() throws Exception {
        instance().put("Status", "Stopped");
        assertEquals("i-bp1 is Running.", perform("start", Map.of()));
        assertEquals(
                List.of("30 Alibaba Cloud took the request.", "30 i-bp1 is Starting.", "30 i-bp1 is Pending."),
                progress.steps());
        assertEquals(List.of(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)), progress.pauses());
        assertFalse(progress.unsettled());
        assertEquals(1, sent("StartInstance"));
    }

    @Test
    void aRunningInstanceIsStoppedByForceWhereAskedFor() throws Exception {
        assertEquals("i-bp1 is Stopped.", perform("stop", Map.of("force", true, "stopped_mode", "KeepCharging")));
        assertEquals("Stopped", instance().path("Status").asText());
        assertTrue(instance().path("WasForced").asBoolean());
    }

    @Test
    void anInstanceIsRebootedAndIsBack() throws Exception {
        assertEquals("i-bp1 is Running.", perform("reboot", Map.of("force", false)));
        assertFalse(instance().path("WasForced").asBoolean());
        assertEquals(1, sent("RebootInstance"));
    }

    @Test
    void anInstanceGetsAnotherName() throws Exception {
        assertEquals("i-bp1 is now called shop & till.", perform("rename", Map.of("name", "shop & till")));
        assertEquals("shop & till", instance().path("InstanceName").asText());
        assertFalse(progress.unsettled());
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        String said = connection
                .perform(new ActionRequest("stop", target("i-bp1"), Map.of(), true), progress)
                .message();
        assertEquals("Alibaba Cloud would take it: stop of i-bp1.", said);
        assertEquals("Running", instance().path("Status").asText());
        assertEquals(List.of(), progress.steps());
        ProviderException refused = assertThrows(
                ProviderException.class,
                () -> connection.perform(new ActionRequest("start", target("i-bp1"), Map.of(), true), progress));
        assertTrue(refused.getMessage().contains("IncorrectInstanceStatus"), refused.getMessage());
    }

    @Test
    void whatThePlatformRefusesIsToldInItsWords() {
        ProviderException wrongState = failure("start");
        assertEquals(FailureKind.INTERNAL, wrongState.kind());
        assertTrue(wrongState.getMessage().contains("The reason is IncorrectInstanceStatus."), wrongState.getMessage());
        platform.answers((action, parameters) -> FakeAlicloud.error(403, "Forbidden.RAM"));
        assertEquals(FailureKind.PERMISSION, failure("stop").kind());
        platform.answers((action, parameters) -> FakeAlicloud.error(400, "Throttling.User"));
        assertEquals(FailureKind.THROTTLED, failure("stop").kind());
        assertEquals(2, sent("StopInstance"));
    }

    @Test
    void aChangeThatBreaksOffIsSentOnceAndItsOutcomeIsNotKnown() {
        platform.server().breaksWith(Fault.CUT_BODY);
        assertEquals(FailureKind.UNREACHABLE, failure("stop").kind());
        assertTrue(progress.unsettled());
        assertEquals(1, sent("StopInstance"));
        platform.server().mends();
        platform.answers((action, parameters) -> FakeAlicloud.error(500, "InternalError"));
        assertEquals(FailureKind.TIMEOUT, failure("stop").kind());
        assertTrue(progress.unsettled());
        platform.answers((action, parameters) -> new Reply(502, "<html>Bad Gateway</html>"));
        assertEquals(FailureKind.TIMEOUT, failure("stop").kind());
    }

    @Test
    void aThrottleWhileFollowingIsWaitedFor() throws Exception {
        int[] looks = {0};
        platform.answers((action, parameters) -> action.equals("DescribeInstances") && looks[0]++ == 0
                ? FakeAlicloud.error(400, "Throttling.User")
                : null);
        assertEquals("i-bp1 is Stopped.", perform("stop", Map.of()));
        assertEquals(Duration.ofSeconds(55), progress.pauses().get(1));
    }

    @Test
    void anInstanceThatVanishesOrTurnsAsideEndsTheFollowing() {
        platform.answers((action, parameters) ->
                action.equals("DescribeInstances") ? Reply.of("{\"Instances\": {\"Instance\": []}}") : null);
        ProviderException gone = failure("stop");
        assertEquals("i-bp1 is no longer listed.", gone.getMessage());
        assertFalse(progress.unsettled());
        instance().put("Status", "Stopped");
        platform.answers((action, parameters) -> action.equals("DescribeInstances")
                ? Reply.of("{\"Instances\": {\"Instance\": [{\"Status\": \"Locked\"}]}}")
                : null);
        assertEquals("i-bp1 is Locked and not Running.", failure("start").getMessage());
    }

    private static Resource target(String id) {
        return Targets.resource(id, "virtual_machine", "cn-hangzhou", Map.of());
    }

    private ObjectNode instance() {
        return platform.estate().list("DescribeInstances", "cn-hangzhou").get(1);
    }

    private String perform(String action, Map<String, Object> parameters) throws Exception {
        return connection
                .perform(new ActionRequest(action, target("i-bp1"), parameters, false), progress)
                .message();
    }

    private ProviderException failure(String action) {
        return assertThrows(ProviderException.class, () -> perform(action, Map.of()));
    }

    private long sent(String action) {
        return platform.asked().stream()
                .filter((action + " cn-hangzhou")::equals)
                .count();
    }
}
