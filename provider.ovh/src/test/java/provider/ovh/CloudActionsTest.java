package provider.ovh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.FailureKind;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudActionsTest {
    private static final String ID = "p1-gra11-0000";
    private static final String INSTANCE = "/cloud/project/p1/instance/" + ID;

    private final FakeOvh ovh = CloudEstate.addProject(new FakeOvh(), "p1", 1);
    private final RecordingProgress progress = new RecordingProgress();
    private FakeHttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = ovh.serve();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The call is answered with null, and each look finds the instance in the next state. */
    private AtomicInteger becomes(String call, List<String> states) {
        AtomicInteger sent = new AtomicInteger();
        ovh.on("POST " + INSTANCE + call, body -> {
            sent.incrementAndGet();
            AtomicInteger looks = new AtomicInteger();
            ovh.whenRead(
                    INSTANCE,
                    instance -> ((ObjectNode) instance)
                            .put("status", states.get(Math.min(looks.getAndIncrement(), states.size() - 1))));
            return Reply.of("null");
        });
        return sent;
    }

    @Test
    void stopAndStartAreFollowedUntilTheInstanceIsSo() throws Exception {
        becomes("/stop", List.of("ACTIVE", "ACTIVE", "SHUTOFF"));
        assertEquals("The instance is SHUTOFF.", perform("stop").message());
        assertEquals(3, progress.pauses().size());
        becomes("/start", List.of("SHUTOFF", "ACTIVE"));
        assertEquals("The instance is ACTIVE.", perform("start").message());
        assertFalse(progress.unsettled());
    }

    @Test
    void aRebootIsOverWhenTheInstanceRunsAgain() throws Exception {
        AtomicInteger sent = becomes("/reboot", List.of("ACTIVE", "REBOOT", "REBOOT", "ACTIVE"));
        assertEquals(
                "OVHcloud rebooted the instance (soft).", perform("soft-reboot").message());
        assertEquals(4, progress.pauses().size());
        becomes("/reboot", List.of("ACTIVE"));
        assertEquals(
                "OVHcloud rebooted the instance (hard).", perform("hard-reboot").message());
        assertEquals(4 + 3, progress.pauses().size(), "one that was too quick to be seen");
        assertEquals(1, sent.get());
    }

    @Test
    void theKindOfRebootIsSent() throws Exception {
        StringBuilder types = new StringBuilder();
        ovh.on("POST " + INSTANCE + "/reboot", body -> {
            types.append(body.path("type").asText()).append(' ');
            return Reply.of("null");
        });
        perform("soft-reboot");
        perform("hard-reboot");
        assertEquals("soft hard ", types.toString());
    }

    @Test
    void anInstanceInErrorIsAFailure() {
        becomes("/start", List.of("ERROR"));
        ProviderException failure = assertThrows(ProviderException.class, () -> perform("start"));
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertEquals("The instance is in state ERROR.", failure.getMessage());
    }

    @Test
    void aRefusalIsToldInTheWordsOfThePlatform() {
        ovh.on(
                "POST " + INSTANCE + "/start",
                body -> FakeOvh.error(409, "CONFLICT", "Cannot start instance while it is in vm_state active"));
        ProviderException failure = assertThrows(ProviderException.class, () -> perform("start"));
        assertTrue(failure.getMessage().contains("while it is in vm_state active"), failure.getMessage());
    }

    @Test
    void anAnswerThatIsCutLeavesTheOutcomeOpen() throws Exception {
        AtomicInteger sent = becomes("/stop", List.of("SHUTOFF"));
        try (ProviderConnection connection = new CloudProvider().connect(server.context())) {
            server.breaksWith(Fault.CUT_BODY);
            assertThrows(
                    ProviderException.class,
                    () -> ((ResourceActions) connection).perform(request("stop", Map.of()), progress));
        }
        assertTrue(progress.unsettled());
        assertEquals(1, sent.get(), "sent once");
    }

    @Test
    void aNameIsSentAsThatOfTheInstance() throws Exception {
        ovh.on("PUT " + INSTANCE, body -> {
            ovh.document(INSTANCE).put("name", body.path("instanceName").asText());
            return Reply.of("null");
        });
        perform("rename", Map.of("name", "till"));
        assertEquals("till", ovh.document(INSTANCE).path("name").asText());
    }

    @Test
    void withoutAProjectNothingIsAsked() {
        ActionRequest request = Targets.request("start", ID, "virtual_machine", Map.of());
        assertThrows(ProviderException.class, () -> perform(request));
        assertFalse(ovh.asked().stream().anyMatch(one -> one.startsWith("POST")));
    }

    private ActionResult perform(String action) throws Exception {
        return perform(action, Map.of());
    }

    private ActionResult perform(String action, Map<String, Object> parameters) throws Exception {
        return perform(request(action, parameters));
    }

    private ActionResult perform(ActionRequest request) throws Exception {
        try (ProviderConnection connection = new CloudProvider().connect(server.context())) {
            return ((ResourceActions) connection).perform(request, progress);
        }
    }

    private static ActionRequest request(String action, Map<String, Object> parameters) {
        return new ActionRequest(
                action, Targets.resource(ID, "virtual_machine", Map.of("project_id", "p1")), parameters, false);
    }
}
