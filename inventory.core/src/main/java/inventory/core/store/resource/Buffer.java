package inventory.core.store.resource;

import java.util.ArrayList;
import java.util.List;

/** What waits to be written: bounded in number and size. Not thread-safe. */
final class Buffer {
    private static final int MOST = 2000;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private List<Seen> waiting = new ArrayList<>();
    private int bytes;

    void add(Seen seen) {
        waiting.add(seen);
        bytes += seen.observation().size();
    }

    boolean isFull() {
        return waiting.size() >= MOST || bytes >= MOST_BYTES;
    }

    /** @return what waited; empty from now on */
    List<Seen> take() {
        List<Seen> taken = waiting;
        waiting = new ArrayList<>();
        bytes = 0;
        return taken;
    }
}
