package inventory.core.action;

/** What hands pending tasks to workers. */
public interface ActionQueue {
    /** A task was stored: looks for it now. */
    void wake();
}
