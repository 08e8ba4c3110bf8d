package inventory.core.reconcile;

import java.util.BitSet;

/** How the attempts of a run ended. What a dead attempt claimed is free again. Thread-safe. */
final class Claims {
    private final BitSet committed = new BitSet();
    private final BitSet dead = new BitSet();
    private int last;

    /** @return the number of a new attempt, from 1 */
    synchronized int begin() {
        return ++last;
    }

    synchronized void commit(int attempt) {
        committed.set(attempt);
    }

    synchronized void abandon(int attempt) {
        dead.set(attempt);
    }

    synchronized boolean isCommitted(int attempt) {
        return committed.get(attempt);
    }

    synchronized boolean isDead(int attempt) {
        return dead.get(attempt);
    }
}
