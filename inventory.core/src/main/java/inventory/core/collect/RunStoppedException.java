package inventory.core.collect;

import inventory.core.collect.RunControl.Stop;

/** The run stops here before it is ready, and stores nothing more. */
final class RunStoppedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Stop why;

    RunStoppedException(Stop why) {
        super(why.name());
        this.why = why;
    }

    Stop why() {
        return why;
    }
}
