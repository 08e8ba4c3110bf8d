package inventory.core.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What is known of a provider's resources while a run works: about ninety bytes each, so that a million fit. Which attempt saw which
 * resource is kept as a claim; nothing else of an attempt enters before it is committed. Thread-safe.
 *
 * <p>An entry is named by a handle: eight bits of its segment, then its position there.
 */
public final class KnownIndex {
    /** The entry was claimed by another attempt, or by this one before. */
    public static final int TAKEN = -1;

    /** So many that the arrays of a million stay below what the garbage collector treats as humongous and wastes space on. */
    private static final int SEGMENTS = 256;

    private static final int POSITION_BITS = 24;
    private static final int POSITION = (1 << POSITION_BITS) - 1;
    private static final int END = -1;
    private static final Bits128 NO_ID = new Bits128(0, 0);

    private final KnownSegment[] segments = new KnownSegment[SEGMENTS];
    private final Claims claims = new Claims();
    private int[] firstOfLane = new int[0];

    public KnownIndex() {
        Arrays.setAll(segments, i -> new KnownSegment());
    }

    /**
     * A resource as the store has it.
     *
     * @param lane number of its lane within the run
     * @param missed whether its open interval begins after the reading that this run already counted in its lane
     */
    public record Entry(UUID id, Bits128 fingerprint, long metrics, int lane, boolean gone, boolean missed) {}

    /** Takes in a stored resource. Only before the first attempt. */
    public void load(Bits128 ref, Entry entry) {
        int segment = segment(ref);
        KnownSegment known = segments[segment];
        synchronized (known) {
            int at = known.add(ref);
            known.id(at, bits(entry.id()));
            known.fingerprint(at, entry.fingerprint());
            known.metrics(at, entry.metrics());
            known.lane(at, entry.lane());
            if (entry.gone()) {
                known.flag(at, KnownSegment.GONE);
            }
            if (entry.missed()) {
                known.flag(at, KnownSegment.MISSED);
            }
            known.nextInLane(at, chain(entry.lane(), (segment << POSITION_BITS) | at));
        }
    }

    private int chain(int lane, int handle) {
        if (lane >= firstOfLane.length) {
            int before = firstOfLane.length;
            firstOfLane = Arrays.copyOf(firstOfLane, Math.max(lane + 1, 2 * before));
            Arrays.fill(firstOfLane, before, firstOfLane.length, END);
        }
        int next = firstOfLane[lane];
        firstOfLane[lane] = handle;
        return next;
    }

    /** @return the number of a new attempt at a scope */
    public int begin() {
        return claims.begin();
    }

    /** What the attempt claimed was seen by the run. */
    public void commit(int attempt) {
        claims.commit(attempt);
    }

    /** What the attempt claimed is free again. */
    public void abandon(int attempt) {
        claims.abandon(attempt);
    }

    /** Says that the attempt sees this reference. An unknown one is entered. @return its handle, or {@link #TAKEN} */
    public int claim(Bits128 ref, int attempt) {
        int segment = segment(ref);
        KnownSegment known = segments[segment];
        synchronized (known) {
            int at = known.find(ref);
            if (at < 0) {
                at = known.add(ref);
                known.flag(at, KnownSegment.NEW);
            } else if (known.owner(at) != 0 && !claims.isDead(known.owner(at))) {
                return TAKEN;
            }
            known.owner(at, attempt);
            return (segment << POSITION_BITS) | at;
        }
    }

    /** How an observation stands to what is known. */
    public enum Standing {
        /** Never seen before. */
        NEW,
        /** Was gone, or is in another lane, or was missed by this run: its interval ends whatever its content. */
        ELSEWHERE,
        /** Another content. */
        CHANGED,
        /** The same but for the metrics. */
        METRICS,
        SAME
    }

    /** @param lane the number of the lane it was seen in; negative if the store has no such lane yet */
    public Standing compare(int handle, Observation seen, int lane) {
        KnownSegment known = segmentOf(handle);
        int at = handle & POSITION;
        synchronized (known) {
            if (known.is(at, KnownSegment.NEW)) {
                return Standing.NEW;
            }
            if (known.lane(at) != lane || known.is(at, KnownSegment.GONE) || known.is(at, KnownSegment.MISSED)) {
                return Standing.ELSEWHERE;
            }
            if (!known.fingerprint(at).equals(seen.fingerprint())) {
                return Standing.CHANGED;
            }
            boolean moved = seen.metricsFingerprint() != 0 && seen.metricsFingerprint() != known.metrics(at);
            return moved ? Standing.METRICS : Standing.SAME;
        }
    }

    public UUID id(int handle) {
        KnownSegment known = segmentOf(handle);
        synchronized (known) {
            return uuid(known.id(handle & POSITION));
        }
    }

    /**
     * The id of a claimed new entry: the one that was promised, or that of an attempt before, else another one.
     *
     * @param ids makes new ones
     */
    public UUID name(int handle, Supplier<UUID> ids) {
        KnownSegment known = segmentOf(handle);
        synchronized (known) {
            return name(known, handle & POSITION, ids);
        }
    }

    /**
     * The id that a resource with this reference has, or will have if this run sees it. An unknown reference is entered.
     *
     * @param ids makes new ones
     */
    public UUID promise(Bits128 ref, Supplier<UUID> ids) {
        KnownSegment known = segments[segment(ref)];
        synchronized (known) {
            int at = known.find(ref);
            if (at < 0) {
                at = known.add(ref);
                known.flag(at, KnownSegment.NEW);
            }
            known.flag(at, KnownSegment.PROMISED);
            return name(known, at, ids);
        }
    }

    private static UUID name(KnownSegment known, int at, Supplier<UUID> ids) {
        if (known.id(at).equals(NO_ID)) {
            known.id(at, bits(ids.get()));
        }
        return uuid(known.id(at));
    }

    /** @return promised ids of resources that are not there, as far as committed attempts saw */
    public List<UUID> brokenPromises() {
        List<UUID> broken = new ArrayList<>();
        for (KnownSegment known : segments) {
            synchronized (known) {
                IntStream.range(0, known.size())
                        .filter(at -> known.is(at, KnownSegment.PROMISED) && !present(known, at))
                        .forEach(at -> broken.add(uuid(known.id(at))));
            }
        }
        return broken;
    }

    private boolean present(KnownSegment known, int at) {
        boolean before = !known.is(at, KnownSegment.NEW) && !known.is(at, KnownSegment.GONE);
        return before || claims.isCommitted(known.owner(at));
    }

    /** Keeps a resource with this reference, if there is one, from being taken as gone. */
    public void shelter(Bits128 ref) {
        KnownSegment known = segments[segment(ref)];
        synchronized (known) {
            int at = known.find(ref);
            if (at >= 0) {
                known.flag(at, KnownSegment.SHELTERED);
            }
        }
    }

    /** @return handles of what the lane held and neither this attempt nor a committed one saw, unless that was said before */
    public List<Integer> missed(int lane, int attempt) {
        return unseen(lane, attempt, KnownSegment.GONE | KnownSegment.MISSED);
    }

    /** @return handles of what the lane held, no committed attempt saw and nothing shelters */
    public List<Integer> removable(int lane) {
        return unseen(lane, END, KnownSegment.GONE | KnownSegment.SHELTERED);
    }

    private List<Integer> unseen(int lane, int attempt, int except) {
        List<Integer> unseen = new ArrayList<>();
        int handle = lane >= 0 && lane < firstOfLane.length ? firstOfLane[lane] : END;
        while (handle != END) {
            KnownSegment known = segmentOf(handle);
            int at = handle & POSITION;
            synchronized (known) {
                int owner = known.owner(at);
                if (!known.is(at, except) && owner != attempt && !claims.isCommitted(owner)) {
                    unseen.add(handle);
                }
                handle = known.nextInLane(at);
            }
        }
        return unseen;
    }

    /** Remembers that these were missed by a reading that counts now. */
    public void miss(List<Integer> handles) {
        for (int handle : handles) {
            KnownSegment known = segmentOf(handle);
            synchronized (known) {
                known.flag(handle & POSITION, KnownSegment.MISSED);
            }
        }
    }

    /** @return how many resources are there, committed attempts included */
    public long present() {
        long count = 0;
        for (KnownSegment known : segments) {
            synchronized (known) {
                for (int at = 0; at < known.size(); at++) {
                    count += present(known, at) ? 1 : 0;
                }
            }
        }
        return count;
    }

    private KnownSegment segmentOf(int handle) {
        return segments[handle >>> POSITION_BITS];
    }

    private static int segment(Bits128 ref) {
        return (int) (ref.high() >>> 56);
    }

    private static Bits128 bits(UUID id) {
        return new Bits128(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private static UUID uuid(Bits128 bits) {
        return new UUID(bits.high(), bits.low());
    }
}
