package inventory.api.admin;

import java.util.List;

/**
 * What a run shall read.
 *
 * @param collectionType {@code full}, {@code targeted} or {@code event_driven}
 * @param targetResourceTypes slugs; empty: all. Only these can be found gone.
 * @param confirmRemovals lets the run remove more than the removal guard's share
 */
public record CollectRequest(String collectionType, List<String> targetResourceTypes, boolean confirmRemovals) {
    /** Everything, with the guard on. */
    public static final CollectRequest FULL = new CollectRequest("full", List.of(), false);

    public CollectRequest {
        targetResourceTypes = List.copyOf(targetResourceTypes);
    }
}
