package inventory.api.change;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something happened to a resource.
 *
 * @param cursor read on from here with {@link ChangeFeed#read}
 * @param changes altered: field → {from, to}; vanished: the last values; appeared and restored: empty, read the resource
 */
public record Change(
        String cursor,
        Kind kind,
        UUID resource,
        UUID provider,
        long organization,
        UUID collectionRun,
        Instant at,
        Map<String, Object> changes) {
    /** What happened. */
    public enum Kind {
        APPEARED,
        ALTERED,
        VANISHED,
        RESTORED
    }
}
