package inventory.core.reconcile;

import inventory.api.resource.ResourceData;
import java.util.List;

/**
 * One attempt at one scope, one transaction: all or nothing. Thread-safe. Closed without {@link #commit}, it leaves no trace.
 */
public interface ScopeSession extends AutoCloseable {
    /** Takes one observation; a bad one is quarantined. Blocks while the database is behind. */
    void accept(ResourceData resource) throws InterruptedException;

    /** This type was not read: its lane gets no reading. */
    void notRead(String resourceType);

    /**
     * The scope was read to its end. Stores what changed and counts one reading for each lane that was read. What a complete lane
     * held and this run did not see is missed from now on, and gone if {@link RunSession#finish} is told to remove.
     *
     * @throws StaleRunException the run was cancelled or taken over; nothing was stored
     */
    Counts commit();

    @Override
    void close();

    /**
     * What an attempt saw.
     *
     * @param updated content changed, or gone before and back now
     * @param quarantined the first hundred bad records
     * @param warnings the first hundred things that were mended on the way in, such as an unknown state
     */
    record Counts(
            long created,
            long updated,
            long unchanged,
            long quarantinedCount,
            List<Quarantined> quarantined,
            List<String> warnings) {
        public long found() {
            return created + updated + unchanged;
        }
    }

    /** A record that was not taken, and why. */
    record Quarantined(String scope, String emsRef, String reason) {}
}
