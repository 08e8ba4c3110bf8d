package inventory.api.query;

import java.util.Map;

/**
 * One figure of the running product, in Prometheus' terms.
 *
 * @param name such as {@code inventory_collection_runs_total}; counters end in {@code _total}, units are base units
 * @param help one sentence
 * @param type counter or gauge
 * @param labels name → value; few distinct values
 */
public record Measure(String name, String help, Type type, Map<String, String> labels, double value) {
    /** How the value moves. */
    public enum Type {
        COUNTER,
        GAUGE
    }
}
