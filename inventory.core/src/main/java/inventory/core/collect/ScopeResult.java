package inventory.core.collect;

import inventory.core.reconcile.ScopeSession.Counts;
import java.util.Map;

/** How one attempt at one scope ended. */
sealed interface ScopeResult {
    /**
     * Read to its end and stored.
     *
     * @param notRead type → why it was left out
     */
    record Read(Counts counts, Map<String, Failure> notRead) implements ScopeResult {}

    /** Not read; nothing of it was stored. */
    record Failed(Failure failure) implements ScopeResult {}

    /** The run itself cannot go on. */
    record Stopped(RunControl.Stop why) implements ScopeResult {}

    /** It was told to end before it was ready. */
    record GivenUp() implements ScopeResult {}
}
