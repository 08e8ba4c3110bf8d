package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.ActionProgress;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import provider.ovh.client.OvhClient;

/** Makes one change and looks what becomes of it. */
record Following(OvhClient client, ActionProgress progress) {
    /** Looks that may fail one after the other before the change is given up as not to be followed. */
    private static final int PATIENCE = 5;

    private static final Set<FailureKind> LASTING = Set.of(FailureKind.AUTHENTICATION, FailureKind.PERMISSION);

    /** Sends a change, once, between the marks that tell what a failure means. */
    JsonNode change(String method, String path, Map<String, ?> body) throws ProviderException, InterruptedException {
        progress.changing();
        JsonNode answer = client.change(method, path, body);
        progress.changed();
        return answer;
    }

    /** Waits, then looks; a look that fails is made again a few times, because the change goes on without us. */
    Optional<JsonNode> look(String path, Duration pause) throws ProviderException, InterruptedException {
        for (int failed = 0; ; failed++) {
            progress.pause(pause);
            try {
                return client.find(path);
            } catch (ProviderException e) {
                if (failed == PATIENCE || LASTING.contains(e.kind())) {
                    throw e;
                }
            }
        }
    }

    static ProviderException refused(String message) {
        return new ProviderException(FailureKind.INTERNAL, message);
    }
}
