package inventory.core.collect;

/** What hands pending runs to workers. */
public interface RunQueue {
    /** A run was stored: looks for it now. */
    void wake();
}
