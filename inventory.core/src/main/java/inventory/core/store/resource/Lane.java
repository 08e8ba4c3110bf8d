package inventory.core.store.resource;

import java.time.Instant;

/**
 * A lane as it was before the run.
 *
 * @param number of the lane within the run, from 0
 * @param readings how often it was read to its end, this run's reading not counted
 * @param readAt when it was last so; the epoch if never
 * @param counted whether this run's reading is counted already: by an attempt that a crash cut off from its run, or by a scope that
 *     the provider named twice
 */
record Lane(long id, int number, long readings, Instant readAt, boolean counted) {
    /** The number of this run's reading. */
    long reading() {
        return readings + 1;
    }

    Lane withCount() {
        return new Lane(id, number, readings, readAt, true);
    }
}
