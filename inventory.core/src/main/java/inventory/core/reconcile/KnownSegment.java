package inventory.core.reconcile;

import java.util.Arrays;

/**
 * A part of {@link KnownIndex}: an open-addressing table over arrays of primitives. Its callers hold its lock.
 */
final class KnownSegment {
    static final int GONE = 1;
    /** Not seen by a reading that this run already counted. */
    static final int MISSED = 2;
    /** Came with this run. */
    static final int NEW = 4;
    /** A bad record bore its reference: it is there, though nothing is known of it. */
    static final int SHELTERED = 8;
    /** An edge was led to its id. */
    static final int PROMISED = 16;

    private static final int WIDTH = 8;
    private static final int ID = 2;
    private static final int FINGERPRINT = 4;
    private static final int METRICS = 6;
    private static final int LANE_AND_FLAGS = 7;
    private static final int FIRST_SIZE = 16;

    private long[] cells = new long[FIRST_SIZE * WIDTH];
    private int[] owners = new int[FIRST_SIZE];
    private int[] nextInLane = new int[FIRST_SIZE];
    /** Position + 1 of an entry; 0: free. */
    private int[] slots = new int[FIRST_SIZE * 2];

    private int size;

    int size() {
        return size;
    }

    /** @return the entry's position, or -1 */
    int find(Bits128 ref) {
        return slots[slot(ref.high(), ref.low())] - 1;
    }

    int add(Bits128 ref) {
        if (size == owners.length) {
            grow();
        }
        int at = size++;
        cells[at * WIDTH] = ref.high();
        cells[at * WIDTH + 1] = ref.low();
        slots[slot(ref.high(), ref.low())] = at + 1;
        return at;
    }

    private int slot(long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) low & mask;
        while (slots[slot] != 0) {
            int at = (slots[slot] - 1) * WIDTH;
            if (cells[at] == high && cells[at + 1] == low) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int room = size + (size >> 2);
        cells = Arrays.copyOf(cells, room * WIDTH);
        owners = Arrays.copyOf(owners, room);
        nextInLane = Arrays.copyOf(nextInLane, room);
        if (room > slots.length / 4 * 3) {
            slots = new int[slots.length * 2];
            for (int i = 0; i < size; i++) {
                slots[slot(cells[i * WIDTH], cells[i * WIDTH + 1])] = i + 1;
            }
        }
    }

    Bits128 id(int at) {
        return pair(at, ID);
    }

    void id(int at, Bits128 id) {
        pair(at, ID, id);
    }

    Bits128 fingerprint(int at) {
        return pair(at, FINGERPRINT);
    }

    void fingerprint(int at, Bits128 fingerprint) {
        pair(at, FINGERPRINT, fingerprint);
    }

    private Bits128 pair(int at, int column) {
        return new Bits128(cells[at * WIDTH + column], cells[at * WIDTH + column + 1]);
    }

    private void pair(int at, int column, Bits128 value) {
        cells[at * WIDTH + column] = value.high();
        cells[at * WIDTH + column + 1] = value.low();
    }

    long metrics(int at) {
        return cells[at * WIDTH + METRICS];
    }

    void metrics(int at, long fingerprint) {
        cells[at * WIDTH + METRICS] = fingerprint;
    }

    int lane(int at) {
        return (int) (cells[at * WIDTH + LANE_AND_FLAGS] >>> 32);
    }

    void lane(int at, int lane) {
        long flags = cells[at * WIDTH + LANE_AND_FLAGS] & 0xFFFF_FFFFL;
        cells[at * WIDTH + LANE_AND_FLAGS] = ((long) lane << 32) | flags;
    }

    boolean is(int at, int flag) {
        return (cells[at * WIDTH + LANE_AND_FLAGS] & flag) != 0;
    }

    void flag(int at, int flag) {
        cells[at * WIDTH + LANE_AND_FLAGS] |= flag;
    }

    int owner(int at) {
        return owners[at];
    }

    void owner(int at, int attempt) {
        owners[at] = attempt;
    }

    int nextInLane(int at) {
        return nextInLane[at];
    }

    void nextInLane(int at, int next) {
        nextInLane[at] = next;
    }
}
