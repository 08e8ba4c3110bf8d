package inventory.rest.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Durations, counted by how long they were. */
final class Histogram {
    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double NANOS = 1e9;

    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(BOUNDS.length + 1L).toArray(LongAdder[]::new);
    private final LongAdder nanos = new LongAdder();

    void record(long duration) {
        int bucket = 0;
        while (bucket < BOUNDS.length && duration > BOUNDS[bucket] * NANOS) {
            bucket++;
        }
        counts[bucket].increment();
        nanos.add(duration);
    }

    /** @return upper bound → how many were at most that long */
    Map<String, Long> buckets() {
        Map<String, Long> buckets = new LinkedHashMap<>();
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i].sum();
            buckets.put(i < BOUNDS.length ? String.valueOf(BOUNDS[i]) : "+Inf", sum);
        }
        return buckets;
    }

    long count() {
        long sum = 0;
        for (LongAdder count : counts) {
            sum += count.sum();
        }
        return sum;
    }

    double seconds() {
        return nanos.sum() / NANOS;
    }
}
