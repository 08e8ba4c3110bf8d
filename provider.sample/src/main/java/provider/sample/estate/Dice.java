package provider.sample.estate;

import java.util.List;
import java.util.UUID;

/**
 * Numbers that look random and follow from a seed, an index and the facet they are for, and from nothing else: any thread may ask
 * for any of them in any order.
 */
public final class Dice {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private final long state;

    public Dice(long seed, long index) {
        state = mix(mix(seed) + (index + 1) * GOLDEN_RATIO);
    }

    /** 64 bits for this facet. */
    public long bits(String facet) {
        return mix(state ^ (facet.hashCode() * GOLDEN_RATIO));
    }

    /** A number from zero to {@code bound - 1}. */
    public int below(int bound, String facet) {
        return (int) Long.remainderUnsigned(bits(facet), bound);
    }

    /** One of these, all equally likely. */
    public <T> T pick(List<T> choices, String facet) {
        return choices.get(below(choices.size(), facet));
    }

    /** An id of the usual form; its version and variant say: random. */
    public UUID uuid(String facet) {
        long bits = bits(facet);
        return new UUID((bits & ~0xF000L) | 0x4000L, (mix(bits) >>> 2) | 0x8000000000000000L);
    }

    /** The finalizer of SplitMix64: each bit of the input moves about half of the bits of the output. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
