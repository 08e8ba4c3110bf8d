package inventory.core.collect;

import inventory.core.reconcile.RunSession.Removals;

/**
 * Refuses to remove much at once: an empty answer is more often a mistake than the truth.
 *
 * @param percent most of a provider's resources that one run may remove
 * @param free providers with no more resources than this are not guarded
 */
record RemovalGuard(int percent, int free) {
    boolean refuses(Removals removals) {
        return removals.known() > free && removals.candidates() * 100 > percent * removals.known();
    }
}
