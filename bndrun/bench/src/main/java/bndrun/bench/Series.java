package bndrun.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same thing measured once per round. */
final class Series {

    private final List<Double> seconds = new ArrayList<>();

    void add(Duration duration) {
        seconds.add(duration.toNanos() / 1e9);
    }

    double median() {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** The median of this over that of the other, and the widest that the rounds allow. */
    String over(Series other) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)   %s against %s",
                median() / other.median(),
                least() / other.most(),
                most() / other.least(),
                this,
                other);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s [%.2f–%.2f]", median(), least(), most());
    }
}
