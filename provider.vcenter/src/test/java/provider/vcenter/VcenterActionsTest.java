package provider.vcenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static inventory.api.provider.FailureKind.INTERNAL;
import static inventory.api.provider.FailureKind.MALFORMED;
import static inventory.api.provider.FailureKind.PERMISSION;
import static inventory.api.provider.FailureKind.THROTTLED;
import static inventory.api.provider.FailureKind.TIMEOUT;
import static inventory.api.provider.FailureKind.UNREACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static provider.vcenter.FakeVcenter.answer;
import static provider.vcenter.FakeVcenter.fault;
import static provider.vcenter.FakeVcenter.listing;
import static provider.vcenter.FakeVcenter.operation;
import static provider.vcenter.FakeVcenter.page;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import inventory.api.action.ActionResult;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change is sent once whatever happens, its task followed to the end, and never said to be undone when nobody knows. */
final class VcenterActionsTest {
    private static final String POWER_ON = "PowerOnVM_Task";
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static FakeVcenter vcenter;
    private RecordingProgress progress;

    @BeforeAll
    static void start() {
        vcenter = new FakeVcenter();
    }

    @AfterAll
    static void stop() {
        vcenter.close();
    }

    @BeforeEach
    void healthy() {
        progress = new RecordingProgress();
        vcenter.healthy().but(operation(POWER_ON), begun(POWER_ON));
    }

    @Test
    void aTaskIsFollowedToItsEnd() throws Exception {
        stages(state("queued"), state("running") + percent(40), state("running") + percent(40), state("success"));
        ActionResult result = perform("power-on", Map.of());
        assertEquals(new ActionResult("vm-31 is powered on.", Map.of("task", "task-7")), result);
        assertEquals(List.of("10 The vCenter works on it as task-7.", "40 task-7 is at 40 %."), progress.steps());
        assertEquals(List.of(PAUSE, PAUSE, PAUSE), progress.pauses());
        assertFalse(progress.unsettled());
        assertEquals(1, sent(POWER_ON));
        assertEquals(1, vcenter.logouts());
    }

    @Test
    void aSnapshotIsTakenAsItWasAskedFor() throws Exception {
        vcenter.but(operation("CreateSnapshot_Task"), begun("CreateSnapshot_Task"));
        stages(state("success"));
        perform("snapshot", Map.of("name", "before <7.2>", "description", "", "memory", true, "quiesce", false));
        String request = vcenter.requests().stream()
                .map(one -> one.getBodyAsString())
                .filter(body -> body.contains("<CreateSnapshot_Task "))
                .findFirst()
                .orElseThrow();
        assertTrue(
                request.contains("<name>before &lt;7.2&gt;</name><description></description><memory>true</memory>"
                        + "<quiesce>false</quiesce>"),
                request);
    }

    @Test
    void aTaskThatFailsIsToldWithItsReason() {
        stages(state("error")
                + "<propSet><name>info.error</name><val xsi:type=\"LocalizedMethodFault\"><fault xsi:type=\"InvalidPowerState\">"
                + "</fault><localizedMessage>The machine is on.</localizedMessage></val></propSet>");
        told(refused("power-on"), INTERNAL, "task-7: InvalidPowerState (The machine is on).");
        assertFalse(progress.unsettled());
    }

    @Test
    void aTaskThatMayNotGoOnNamesThePrivilege() {
        stages(state("error")
                + "<propSet><name>info.error</name><val xsi:type=\"LocalizedMethodFault\"><fault xsi:type=\"NoPermission\">"
                + "<privilegeId>VirtualMachine.Interact.PowerOn</privilegeId></fault></val></propSet>");
        told(refused("power-on"), PERMISSION, "the privilege VirtualMachine.Interact.PowerOn is missing");
    }

    @Test
    void aRefusalIsInTheWordsOfThePlatform() {
        vcenter.but(
                operation("ResetVM_Task"),
                fault("NoPermission", "<privilegeId>VirtualMachine.Interact.Reset</privilegeId>"));
        told(refused("reset"), PERMISSION, "the privilege VirtualMachine.Interact.Reset is missing");
        vcenter.but(operation("PowerOffVM_Task"), fault("InvalidPowerState", ""));
        told(refused("power-off"), INTERNAL, "PowerOffVM_Task: InvalidPowerState (As told, ***).");
        vcenter.but(
                operation("PowerOffVM_Task"), fault("InvalidPowerState", "<existingState>suspended</existingState>"));
        told(refused("power-off"), INTERNAL, "PowerOffVM_Task: the machine is suspended, which does not allow it.");
        vcenter.but(operation("ShutdownGuest"), fault("ToolsUnavailable", ""));
        told(refused("shutdown-guest"), INTERNAL, "ShutdownGuest: VMware Tools do not run in the machine");
    }

    @Test
    void aThrottledChangeIsNotSentAgain() {
        vcenter.but(operation(POWER_ON), aResponse().withStatus(503));
        told(refused("power-on"), THROTTLED, "PowerOnVM_Task: status 503");
        assertEquals(1, sent(POWER_ON));
    }

    @Test
    void whatBreaksOffAfterTheRequestLeavesTheOutcomeOpen() {
        open(UNREACHABLE, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        open(UNREACHABLE, aResponse().withFault(Fault.EMPTY_RESPONSE));
        open(MALFORMED, begun(POWER_ON).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        open(MALFORMED, aResponse().withHeader("Content-Type", "text/html").withBody("<html>Log in</html>"));
        open(MALFORMED, answer(POWER_ON, ""));
        open(MALFORMED, aResponse().withStatus(500).withBody("oops"));
        open(UNREACHABLE, aResponse().withStatus(502));
        open(TIMEOUT, begun(POWER_ON).withFixedDelay(7_000));
    }

    @Test
    void aLostConnectionWhileItIsFollowedLeavesNothingOpen() {
        vcenter.but(listing("Task"), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        told(refused("power-on"), UNREACHABLE, "RetrievePropertiesEx of task-7");
        assertFalse(progress.unsettled());
    }

    @Test
    void aTaskThatIsForgottenIsNoSuccess() {
        vcenter.but(listing("Task"), page(""));
        told(refused("power-on"), MALFORMED, "does not tell what became of task-7");
    }

    private void open(FailureKind kind, ResponseDefinitionBuilder answer) {
        progress = new RecordingProgress();
        vcenter.healthy().but(operation(POWER_ON), answer);
        ProviderException failure = refused("power-on");
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(progress.unsettled(), failure.getMessage());
        assertEquals(1, sent(POWER_ON), failure.getMessage());
        assertEquals(1, vcenter.logouts());
    }

    private static long sent(String operation) {
        return vcenter.requests().stream()
                .filter(one -> one.getBodyAsString().contains("<" + operation + " "))
                .count();
    }

    private static ResponseDefinitionBuilder begun(String operation) {
        return answer(operation, "<returnval type=\"Task\">task-7</returnval>");
    }

    /** How the task looks, one time after the other. */
    private static void stages(String... properties) {
        String before = "Started";
        for (int n = 0; n < properties.length; n++) {
            String after = "look " + (n + 1);
            vcenter.but(
                    listing("Task")
                            .inScenario("stages")
                            .whenScenarioStateIs(before)
                            .willSetStateTo(after),
                    page("<objects><obj type=\"Task\">task-7</obj>" + properties[n] + "</objects>"));
            before = after;
        }
    }

    private static String state(String state) {
        return "<propSet><name>info.state</name><val xsi:type=\"TaskInfoState\">" + state + "</val></propSet>";
    }

    private static String percent(int percent) {
        return "<propSet><name>info.progress</name><val xsi:type=\"xsd:int\">" + percent + "</val></propSet>";
    }

    private ProviderException refused(String action) {
        return assertThrows(ProviderException.class, () -> perform(action, Map.of()));
    }

    private ActionResult perform(String action, Map<String, Object> parameters) throws Exception {
        try (ProviderConnection connection = new VcenterProvider().connect(vcenter.context())) {
            return ((ResourceActions) connection)
                    .perform(Targets.request(action, "vm-31", "virtual_machine", parameters), progress);
        }
    }

    private static void told(ProviderException failure, FailureKind kind, String words) {
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
        assertFalse(failure.getMessage().contains(FakeVcenter.SECRET), failure.getMessage());
    }
}
