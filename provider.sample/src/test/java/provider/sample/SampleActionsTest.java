package provider.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.RecordingProgress;
import inventory.api.action.Targets;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SampleActionsTest {
    private final RecordingProgress progress = new RecordingProgress();
    private final SampleActions actions = new SampleActions(progress);

    private static ActionRequest request(String action, Map<String, Object> parameters) {
        return Targets.request(action, "gen-1-2", "virtual_machine", parameters);
    }

    @Test
    void aRebootTakesItsSteps() throws Exception {
        ActionResult result = actions.perform(request("reboot", Map.of("steps", 3L, "step_ms", 20L)));
        assertEquals(List.of("25 Step 1 of 3", "50 Step 2 of 3", "75 Step 3 of 3"), progress.steps());
        assertEquals(List.of(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(20)), progress.pauses());
        assertEquals(new ActionResult("Took 3 steps.", Map.of("steps", 3L)), result);
        assertFalse(progress.unsettled());
    }

    @Test
    void aDryRunOnlySays() throws Exception {
        ActionRequest rename = request("rename", Map.of("name", "x", "outcome", "lost"));
        ActionRequest dry = new ActionRequest("rename", rename.target(), rename.parameters(), true);
        assertEquals("gen-1-2 would be called x.", actions.perform(dry).message());
        assertEquals(FailureKind.UNREACHABLE, failure("lost").kind());
    }

    @Test
    void failsBeforeTheChangeOrAmidIt() {
        assertEquals(FailureKind.INTERNAL, failure("refused").kind());
        assertFalse(progress.unsettled());
        assertEquals(FailureKind.UNREACHABLE, failure("lost").kind());
        assertTrue(progress.unsettled());
    }

    @Test
    void hangsUntilItIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class, () -> actions.perform(request("power-off", Map.of("outcome", "hang"))));
        assertFalse(progress.unsettled());
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () -> actions.perform(request("power-off", Map.of("outcome", "hang_changing"))));
        assertTrue(progress.unsettled());
    }

    private ProviderException failure(String outcome) {
        return assertThrows(
                ProviderException.class, () -> actions.perform(request("power-off", Map.of("outcome", outcome))));
    }
}
