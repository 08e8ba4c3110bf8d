package inventory.api.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the audit. Written once, never changed.
 *
 * @param who name of the user
 * @param action what was done, such as {@code action.request}
 * @param objectType what it was done to, such as {@code resource}
 * @param objectName as it was then
 * @param organization id of the organization that the object belongs to; absent if it belongs to none
 * @param outcome {@code accepted}, {@code refused}, or how it ended
 * @param requestId of the call that asked; empty if it has none
 * @param before what was so, as far as it matters; no secrets
 * @param after what is so now, or was asked for; no secrets
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String who,
        String action,
        String objectType,
        String objectId,
        String objectName,
        Optional<Long> organization,
        String outcome,
        String requestId,
        Map<String, Object> before,
        Map<String, Object> after) {
    public AuditEntry {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
