package provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against moto: what is done to a machine or a group is seen when it is read again. */
final class AwsActionsIT {
    private static final String REGION = "eu-west-1";
    private static MotoServer moto;
    private static MotoEstate estate;
    private final RecordingProgress progress = new RecordingProgress();

    @BeforeAll
    static void start() throws Exception {
        moto = MotoServer.orSkip();
        moto.createRole("estate");
        estate = new MotoEstate(moto.uri(), REGION).build(0);
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void aMachineIsStoppedStartedAndRestarted() throws Exception {
        String id = estate.instances().get(0);
        assertEquals(
                id + " is stopped.", perform("stop", id, Map.of("force", false)).message());
        assertEquals("stopped", machine(id).orElseThrow().state());
        perform("start", id, Map.of());
        assertEquals("running", machine(id).orElseThrow().state());
        perform("reboot", id, Map.of());
        assertEquals("running", machine(id).orElseThrow().state());
    }

    @Test
    void aProtectedMachineOutlivesItsTerminationAndAnotherDoesNot() throws Exception {
        String kept = estate.instances().get(2);
        estate.protect(kept);
        ProviderException failure = assertThrows(ProviderException.class, () -> perform("terminate", kept, Map.of()));
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertTrue(failure.getMessage().contains("OperationNotPermitted"), failure.getMessage());
        assertTrue(failure.getMessage().contains("disableApiTermination"), failure.getMessage());
        assertEquals("running", machine(kept).orElseThrow().state());

        String ended = estate.instances().get(3);
        rehearse("terminate", ended);
        assertEquals("running", machine(ended).orElseThrow().state(), "after a rehearsal");
        assertEquals(
                ended + " is terminated.", perform("terminate", ended, Map.of()).message());
        assertEquals(Optional.empty(), machine(ended));
        assertFalse(progress.unsettled());
    }

    @Test
    void aTagIsSetAndRemoved() throws Exception {
        String id = estate.instances().get(0);
        perform("set-tag", id, Map.of("key", "team", "value", "blue"));
        assertEquals("blue", machine(id).orElseThrow().providerTags().get("team"));
        perform("remove-tag", id, Map.of("key", "team"));
        assertFalse(machine(id).orElseThrow().providerTags().containsKey("team"));
    }

    @Test
    void aGroupGrowsWithinItsLimits() throws Exception {
        ResourceData group = only("auto_scaling_group");
        Map<String, Object> details = perform(
                        request("desired-capacity", group.emsRef(), Map.of("size", 2L, "honor_cooldown", false)))
                .details();
        assertEquals(Map.of("desired_capacity", 2L, "previous_desired_capacity", 1), details);
        assertEquals(2, only("auto_scaling_group").properties().get("current_instances"));
        ProviderException failure = assertThrows(
                ProviderException.class,
                () -> perform(
                        request("desired-capacity", group.emsRef(), Map.of("size", 3L, "honor_cooldown", false))));
        assertTrue(failure.getMessage().contains("workers may have 0 to 2 instances, not 3"), failure.getMessage());
    }

    @Test
    void aMachineThatNeverWasIsToldAsSuch() {
        ProviderException failure =
                assertThrows(ProviderException.class, () -> perform("start", "i-0aaaaaaaaaaaaaaaa", Map.of()));
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertTrue(failure.getMessage().contains("InvalidInstanceID.NotFound"), failure.getMessage());
    }

    private ActionResult perform(String action, String id, Map<String, Object> parameters) throws Exception {
        return perform(request(action, id, parameters));
    }

    private void rehearse(String action, String id) throws Exception {
        ActionRequest request = request(action, id, Map.of());
        perform(new ActionRequest(action, request.target(), Map.of(), true));
    }

    private static ActionRequest request(String action, String id, Map<String, Object> parameters) {
        String type = action.equals("desired-capacity") ? "auto_scaling_group" : "virtual_machine";
        return new ActionRequest(action, Targets.resource(id, type, REGION, Map.of()), parameters, false);
    }

    private ActionResult perform(ActionRequest request) throws Exception {
        try (ProviderConnection connection = new AwsProvider().connect(context())) {
            return ((ResourceActions) connection).perform(request, progress);
        }
    }

    private static Optional<ResourceData> machine(String id) throws Exception {
        return read("virtual_machine").stream()
                .filter(one -> one.emsRef().equals(id))
                .findFirst();
    }

    private static ResourceData only(String type) throws Exception {
        List<ResourceData> found = read(type);
        assertEquals(1, found.size(), type);
        return found.get(0);
    }

    private static List<ResourceData> read(String type) throws Exception {
        RecordingSink sink = new RecordingSink();
        try (ProviderConnection connection = new AwsProvider().connect(context().targeting(type))) {
            connection.collect(connection.scopes().get(0), sink);
        }
        return sink.resources();
    }

    private static FakeProviderContext context() {
        return moto.context(List.of(REGION));
    }
}
